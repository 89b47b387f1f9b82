# kind: wrong
# task: learn
# truth: The loss is computed a second time after the step and this later one is returned.
# line: 74
# foreseen: unknown
r"""
# A line, trained one sample at a time

Four pages made four parts: the prediction (`forward`), how wrong it is (`loss`), a step downhill
(`update_step`) and cleared slopes (`zero_grad`). This page builds on all four and puts them in a row, for the
smallest model there is:

    ŷ = w·x

The data are samples of the line y = 2x, so there is a weight that fits all of them, and the machine has to
find it by itself. On the page `manual_gradient` you worked the slope out on paper; from now on autograd finds
it.

**Learning from one sample.** For a sample (x, y):

1. predict, and compute the squared error: the loss of this sample;
2. call `backward()` on the loss. Autograd puts the slope dL/dw into `w.grad`;
3. move w downhill, by the learning rate `lr` times the slope. The step is no part of the model, so it happens
   under `torch.no_grad()`, and it changes the tensor w itself, because that is the one your caller holds;
4. clear `w.grad`, so that the next sample starts from nothing.

Write the loss and the slope down as plain numbers (`.item()`) *before* the step changes anything: they belong
to the weight that made the prediction.

**One number worked out.** Take w = 1, the sample x = 2, y = 4 and lr = 0.01. The prediction is 2, the loss
(2 - 4)² = 4. The slope is 2·(2 - 4)·2 = -8: a larger w makes the loss smaller. The step leads to w = 1 -
0.01·(-8) = 1.08. The loss there would be 3.3856; it was 4.

**Learning from all of them.** An *epoch* is one walk through all samples in their order, with a step at each
of them. Nothing is averaged: the second sample meets a weight that the first has already moved. At the end of
an epoch the loss of its last sample, as step 1 computed it, goes into a list. This list is the **history**
of the training, and a picture of it is the first thing to look at.

**What to expect.** From w = 1 on (1, 2), (2, 4), (3, 6) with lr = 0.01, the slopes of the first epoch are -2,
-7.84 and -16.2288, and the history begins with 7.3159, 3.9988, 2.1857. After 100 epochs the loss is
below 0.000000000001 and the prediction at 4 is 8. From w = 0 on five samples of the same line, up to (5, 10),
the first slopes are -4, -15.68 and -32.46, and the history begins with 25.274, 1.597. More samples make more
steps in an epoch, and a larger x makes larger steps.

**Reading a history.** How long was the training for a given goal? The answer is the number of the first epoch
whose loss is at most the goal, counted from 1. The history 9, 4, 1, 3, 0.5 reaches the goal 2 in epoch 3. It
leaves it again and comes back, as histories of single samples do; the first time counts. For the goal 0.1 the
answer is 0: no epoch reached it.

**What to write.** One sample's update, the training, and the reader of a history. Try your file with
`python linear.py`, then hand it in.
"""
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    """Do one update with one sample; return the pair (loss, slope) from before it, two plain numbers."""
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
    error = loss(forward(x, w), y)
    return error.item(), slope


def train(w, xs, ys, lr, epochs):
    """Train with one update per sample, in order; return the history, a list with one loss per epoch."""
    history = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            before = loss(forward(x, w), y).item()
            learn(w, x, y, lr)
        history.append(before)
    return history


def epochs_needed(history, goal):
    """Return the number of the first epoch, counted from 1, whose loss is at most the goal; 0 if none is."""
    for n, value in enumerate(history, 1):
        if value <= goal:
            return n
    return 0


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.
    def leaf(value, grad=None, requires_grad=True):
        """Return a tensor in double precision with this gradient in its buffer."""
        made = torch.tensor(value, dtype=torch.float64, requires_grad=requires_grad)
        made.grad = None if grad is None else torch.tensor(grad, dtype=torch.float64)
        return made

    def after(places, results, task, *arguments):
        """Call a task; return what it returned and what became of the parameters, by name."""
        held = [list(item) if isinstance(item, (list, tuple)) else [item] for item in arguments]
        values = named(results, task(*arguments))
        for place, names in places.items():
            for name, item in zip(names, held[place]):
                values[name] = item
                # A buffer that was never filled is as good as one that is 0.
                values[name + ".grad"] = torch.zeros_like(item) if item.grad is None else item.grad
        return values

    def named(names, value):
        """Put names to what a function returned, in its order."""
        value = value.tolist() if hasattr(value, "tolist") else value
        several = len(names) > 1 and isinstance(value, (list, tuple))
        return dict(zip(names, value)) if several else dict.fromkeys(names[:1], value)

    def text(value):
        """Return numbers with six digits, lists in brackets."""
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(text(item) for item in value) + "]"
        return f"{value:.6g}" if type(value) in (int, float) else str(value)

    for title, call, expected in [
        ('what one sample tells', lambda: named(['loss', 'slope'], learn(leaf(1.0), 2.0, 4.0, 0.01)), {'loss': '4', 'slope': '-8'}),
        ('what one sample does to w', lambda: after({0: ['w']}, [], learn, leaf(1.0), 2.0, 4.0, 0.01), {'w': '1.08', 'w.grad': '0'}),
        ('two samples, one epoch', lambda: after({0: ['w']}, ['history'], train, leaf(1.0), (2.0, 3.0,), (4.0, 6.0,), 0.01, 1), {'w': '1.2456', 'history': '[7.6176]'}),
        ('three samples, three epochs', lambda: after({0: ['w']}, ['history'], train, leaf(1.0), (1.0, 2.0, 3.0,), (2.0, 4.0, 6.0,), 0.01, 3), {'w': '1.59591', 'history': '[7.31594, 3.99876, 2.18565]'}),
        ('five samples, two epochs', lambda: after({0: ['w']}, ['history'], train, leaf(0.0), (1.0, 2.0, 3.0, 4.0, 5.0,), (2.0, 4.0, 6.0, 8.0, 10.0,), 0.01, 2), {'w': '1.87363', 'history': '[25.274, 1.59693]'}),
        ('a goal that is reached', lambda: named(['epochs_needed'], epochs_needed([9.0, 4.0, 1.0, 3.0, 0.5], 2.0)), {'epochs_needed': '3'}),
        ('a goal that is met exactly', lambda: named(['epochs_needed'], epochs_needed([9, 5, 3, 4, 3, 2], 3)), {'epochs_needed': '3'}),
        ('a goal that is not reached', lambda: named(['epochs_needed'], epochs_needed([7.3, 4.0, 2.2, 1.2], 1.0)), {'epochs_needed': '0'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
