# kind: wrong
# task: train
# truth: The gradients are never cleared, so each backward() adds to the slopes of the samples before.
# line: 84
# foreseen: unknown
r"""
# A curve, trained one sample at a time

A line cannot bend. One more term, and the model can:

    ŷ = w1·x² + w2·x + b

There are three parameters to find now, so this page puts together what the pages before it made: a model
(`forward`), its loss on one sample (`loss`), a step downhill (`update_step`) and cleared gradients
(`zero_grad`). The slopes you worked out on paper in `manual_gradient`; here autograd finds them when you call
`backward()` on the loss. What is left to write is the loop around it, the same loop that trains every
network.

**The loop.** An *epoch* is one walk through all samples in their order. At each sample (x, y), one after the
other:

1. predict, and compute the squared error of this sample;
2. let autograd find the slope of that error for w1, w2 and b;
3. move every parameter a little downhill: by the learning rate `lr` times its slope;
4. clear the slopes, so that the next sample starts from nothing.

Nothing is averaged: every sample moves the parameters at once, before the next one is looked at. That is
called stochastic gradient descent. At the end of an epoch, write down the loss of its last sample, as step 1
computed it.

**One number worked out.** Take w1 = 1, w2 = 1, b = 0 and the sample x = 2, y = 4. The prediction is 4 + 2 + 0
= 6 and the loss (6 - 4)² = 4. Autograd finds the slopes 16, 8 and 4. With lr = 0.01 the parameters become
0.84, 0.92 and -0.04, and the prediction at 2 comes down from 6 to 5.16.

**What to expect.** Train from there on (1, 2), (2, 4), (3, 6), three samples of the line y = 2x. The losses
of the first three epochs are 18.32, 1.32 and 1.82. They need not fall every time, because each step listens
to one sample and may disturb another. After 100 epochs the loss is 0.003 and the prediction at 4 is 8.32,
where the line would give 8: the curve fits the three samples well and has still kept a little of its bend.

**When the numbers run away.** Take x = 1, 2, 3, 4, 5 with y = 2x, all parameters 0 and the same lr = 0.01.
The losses are

    1243,  718501,  430 million,  …  and at last `inf`, then `nan`: no number any more.

It looks as if a slope were wrong. None is. Suppose that the prediction at x = 5 is too large by 1. The slopes
there are 50, 10 and 2, so one step takes 0.5 off w1, 0.1 off w2 and 0.02 off b. The prediction at 5 falls by

    0.5·25 + 0.1·5 + 0.02 = 13.02

and 1 would have been enough. An error of 1 has become an error of -12.02 on the other side, and the next step
is larger still. The direction was right; the step was too long. With lr = 0.003 the same code settles: x = 5
still makes -2.9 out of 1, but the other four samples mend more than it spoils, and after 1000 epochs the
prediction at 4 is 7.90. So when a loss runs away, look at the learning rate before you doubt the mathematics.

A training that has left the numbers behind cannot come back, and a list full of `nan` tells nobody when it
happened. So let `train` stop at the first loss that is not finite, and return the losses of the epochs that
it finished. A list that is shorter than `epochs` then says: up to here there were numbers.

**What to write.** The model, the loss of one sample, and the training. Try your file with
`python quadratic.py`, then hand it in.
"""
import numpy as np
import torch


def forward(x, w1, w2, b):
    """Return the prediction w1·x² + w2·x + b, one number."""
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    """Return the squared error of one sample, one number."""
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    """Train with one update per sample, in order; return a list with the loss of each epoch's last sample."""
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            l = loss(forward(x, *parameters), y)
            if not torch.isfinite(l):
                return losses
            l.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
        losses.append(l.item())
    return losses


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
        ('the curve at 4', lambda: named(['forward'], forward(4.0, leaf(1.0), leaf(1.0), leaf(0.0))), {'forward': '20'}),
        ('a prediction too low', lambda: named(['loss'], loss(leaf(3.0), 8.0)), {'loss': '25'}),
        ('one update', lambda: after({0: ['w1', 'w2', 'b']}, ['losses'], train, [leaf(1.0), leaf(1.0), leaf(0.0)], [2.0], [4.0], 0.01, 1), {'w1': '0.84', 'w2': '0.92', 'b': '-0.04', 'losses': '[4]'}),
        ('three samples, three epochs', lambda: after({0: ['w1', 'w2', 'b']}, ['losses'], train, [leaf(1.0), leaf(1.0), leaf(0.0)], [1.0, 2.0, 3.0], [2.0, 4.0, 6.0], 0.01, 3), {'w1': '0.282402', 'w2': '0.796405', 'b': '-0.036209', 'losses': '[18.3184, 1.31624, 1.81717]'}),
        ('a step too long, two epochs', lambda: after({0: ['w1', 'w2', 'b']}, ['losses'], train, [leaf(0.0), leaf(0.0), leaf(0.0)], [1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 4.0, 6.0, 8.0, 10.0], 0.01, 2), {'w1': '-390.422', 'w2': '-80.166', 'b': '-17.317', 'losses': '[1242.79, 718501]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
