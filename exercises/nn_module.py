r"""
# The same loop with the library's parts

Model, loss, slopes, step, clearing: you have written every part of a training by hand. PyTorch has all of
them ready made. This page builds the loop once more from these parts, and each of them is an old friend:

    torch.nn.Linear(1, 1)       w·x + b, its parameters made and registered for you       forward
    torch.nn.MSELoss()          the mean squared error                                    loss
    loss.backward()             autograd                                                  quadratic
    torch.optim.Adam(…)         moves the parameters: optimiser.step()                    update_step
    optimiser.zero_grad()       clears their gradient buffers                             zero_grad
    torch.utils.data            hands out the samples, batch by batch                     the inner loop

**The network.** `torch.nn.Sequential(…)` puts layers one behind the other. Ours has three: a linear layer
from one number to one number, a bend, and another linear layer. The bend is `torch.nn.PReLU()`: z where z is
above 0, and a·z below, where the slope a is a parameter that is trained like the others. So there are five
parameters: w1, b1, a, w2, b2.

Layers want batches. An input is a tensor of shape (n, 1), a row for each sample, and so is the prediction.

**The data.** A `TensorDataset(xs, ys)` holds the samples, and a `DataLoader(dataset, batch_size=…)` hands
them out: `for x, y in loader` goes through all batches once, which is one epoch, and does so again in the
next. With a batch size of 1 every sample makes an update of its own, as in `quadratic`. On request the loader
shuffles the samples. We leave them in their order here, so that a training has one right result.

**The step.** `torch.optim.Adam(network.parameters(), lr=0.01)` is no plain gradient descent. It remembers,
for each parameter, an average m of its slopes and an average v of their squares. With the slope g, the update
number t (counted from 1) and the learning rate lr,

    m becomes  0.9·m + 0.1·g
    v becomes  0.999·v + 0.001·g²
    p becomes  p - lr · M / (√V + 10⁻⁸)      where  M = m / (1 - 0.9^t)  and  V = v / (1 - 0.999^t)

Both averages begin at 0, and are too small for a while. Dividing by 1 - 0.9^t and 1 - 0.999^t makes up for
that. m and v themselves are kept as they are, for the next update. Because Adam has a memory, there is one
optimiser for the whole training, not one for every epoch.

**One number worked out.** p = 1, its first slope is -18, lr = 0.01. Then m = -1.8 and v = 0.324; M = -1.8 /
0.1 = -18 and V = 0.324 / 0.001 = 324, whose root is 18. So p becomes 1 - 0.01·(-18)/18 = 1.01. With a slope
of -0.5 it would be 1.01, too: the first step of Adam is as long as lr, whatever the slope.

**What to expect.** Start from w1 = w2 = 1, b1 = b2 = 0, a = 0.25 and the data x = 1, 2, 3, 4, 5 with y = 2x.
The prediction at 4 is 4, and the mean loss of the first epoch is 9.48. After 20 epochs, that is 100 updates,
the loss is 0.10 and the prediction 7.88; after 100 epochs 0.0012 and 7.99. The bend was not needed for it,
and a is still 0.25: all sums were above 0, so the loss never felt it.

**What to write.** The network, the loader, one step of Adam by hand, and the training. Try your file with
`python nn_module.py`, then hand it in.
"""

import torch
from torch import nn


def set_parameters(network, w1, b1, a, w2, b2):
    """Give the parameters of a network of two linear layers with a PReLU between them these values."""
    linear = [layer for layer in network.modules() if isinstance(layer, nn.Linear)]
    bend = [layer for layer in network.modules() if isinstance(layer, nn.PReLU)]
    with torch.no_grad():
        for layer, weight, bias in zip(linear, (w1, w2), (b1, b2)):
            layer.weight.fill_(weight)
            if layer.bias is not None:
                layer.bias.fill_(bias)
        for layer in bend:
            layer.weight.fill_(a)


def make_network():
    """Return a new network: a linear layer from 1 to 1, a PReLU, another linear layer from 1 to 1.

    It is a torch.nn.Module with five parameters; called with a tensor of shape (n, 1) it returns one.
    """
    raise NotImplementedError("Write make_network.")


def make_loader(xs, ys):
    """Return a DataLoader that hands out the samples one by one, in their order.

    xs, ys: tensors of shape (n, 1).  Each batch is a pair of tensors (x, y) of shape (1, 1).
    """
    raise NotImplementedError("Write make_loader.")


def adam_step(p, g, m, v, t, lr):
    """Return the triple (p, m, v) after one step of Adam, by hand.

    p: a parameter, a number.  g: its slope.  m, v: the averages before this step.  t: the number of this
    step, 1 for the first.  lr: the learning rate.
    """
    raise NotImplementedError("Write adam_step.")


def train(network, loader, lr, epochs):
    """Train with Adam and the mean squared error, one update for each batch; return each epoch's mean loss.

    network: a torch.nn.Module; its parameters are changed in place.
    loader: what gives all batches, pairs (x, y), each time you go through it: a DataLoader, or a list.
    lr: the learning rate.  epochs: how many walks through the loader.

    Returns a list of numbers, one for each epoch: the mean of its batches' losses, each before its update.
    """
    raise NotImplementedError("Write train.")


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.

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
        ('the first step of Adam', lambda: named(['p', 'm', 'v'], adam_step(1.0, -18.0, 0.0, 0.0, 1, 0.01)), {'p': '1.01', 'm': '-1.8', 'v': '0.324'}),
        ('the third step of Adam', lambda: named(['p', 'm', 'v'], adam_step(2.0, 1.2, 0.5, 0.002, 3, 0.1)), {'p': '1.80362', 'm': '0.57', 'v': '0.003438'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
