r"""
# Back-propagation through a 2-2-2 network, by hand

A line has one link between a parameter and the loss. In a network a parameter may sit far behind, and its
influence reaches the loss along several roads. Back-propagation is the chain rule again, in an order in which
every piece is worked out once: from the loss backwards. This page does it with NumPy alone, for a network
small enough to check every number on paper: two inputs x1, x2, two hidden nodes h1, h2, two outputs o1, o2.

    x1 ──w1──▶ h1 ──w5──▶ o1
       ╲    ╱     ╲    ╱         w2 leads from x1 to h2,
        ╲  ╱       ╲  ╱          w3 leads from x2 to h1,
         ╳          ╳
        ╱  ╲       ╱  ╲          w6 leads from h1 to o2,
       ╱    ╲     ╱    ╲         w7 leads from h2 to o1.
    x2 ──w4──▶ h2 ──w8──▶ o2

Every hidden and every output node adds up what arrives, each value times the weight on its way, and bends
that sum z with the sigmoid σ(z) = 1 / (1 + e^(-z)), which lies between 0 and 1.

**Forward.** Written out,

    h1 = σ(w1·x1 + w3·x2)        o1 = σ(w5·h1 + w7·h2)
    h2 = σ(w2·x1 + w4·x2)        o2 = σ(w6·h1 + w8·h2)

    L = ½(o1 - y1)² + ½(o2 - y2)²

The half is there so that the slope of a square comes out without a factor.

**Backward.** Three sentences are enough.

1. The *delta* of a node is the slope of L with respect to its sum z: how much the loss feels what arrives
   there.
2. The slope of L for a weight is the value at its beginning times the delta at its end.
3. A delta is what the loss feels of the node's value, times how steep the sigmoid is there. Where the sigmoid
   has the value a = σ(z), its slope is a·(1 - a): you need the value only.

What the loss feels of an output you can read off L. What it feels of h1 comes back along both roads that
leave h1: along each road, the delta at the road's end times the weight on the road. The two roads' shares are
added.

**One number worked out.** Let x = (0.5, 0.3), y = (0.23, -0.07) and w1 … w8 = 0.2, -0.4, 0.5, 0.6, 0.1, -0.5,
-0.3, 0.8. Forward, h1 = σ(0.25) = 0.5622, h2 = σ(-0.02) = 0.4950, o1 = σ(-0.0923) = 0.4769, and o2 = 0.5287;
L = 0.2097. Backward to w5, which leads from h1 to o1: the loss feels 0.4769 - 0.23 = 0.2469 of o1, the
sigmoid there is 0.4769·0.5231 = 0.2495 steep, so the delta of o1 is 0.0616, and dL/dw5 = 0.5622·0.0616 =
0.0346. Rounded to two digits, the slopes for w1 … w8 are -0.01, 0.01, -0.01, 0.01, 0.03, 0.08, 0.03, 0.07.

**Training.** A round is: forward, loss, all eight slopes at the same weights, then every weight minus the
step times its slope. With step 1 the losses of the first rounds are 0.2097, 0.1950, 0.1814.

**A falling loss proves little.** The output weights alone can bring this loss down, and they hang on the
output deltas only. With the four hidden slopes wrong the loss still falls, and with slopes that are too large
it even falls faster. Programs with such mistakes have been published, next to their falling losses. So
compare the slopes and not the curve: `network_loss` below is L as a function of the weights. Move one weight
by 0.0001 each way, and see whether L changes as your slope says.

Nor can the loss fall to 0. The second target is -0.07, and a sigmoid never goes below 0: with o2 at 0 there
would still be ½·0.07² = 0.00245 left. The network keeps pushing o2 down for ever.

**What to write.** The sigmoid, the forward pass, the loss, the eight slopes, the training. Weights come in
one array in the order w1 … w8, and the slopes go out in that order. Try your file with
`python backprop_222.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def sigmoid(z):
    """Return 1 / (1 + e^(-z)).

    z: a number, or an array of any shape; the result has the same shape.
    """
    raise NotImplementedError("Write sigmoid.")


def forward(w, x):
    """Return the pair (h, o): the values of the hidden nodes and of the outputs.

    w: the weights w1 … w8, an array of shape (8,).  x: an array of shape (2,).
    h, o: arrays of shape (2,).
    """
    raise NotImplementedError("Write forward.")


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number.

    o, y: arrays of shape (2,), the outputs and their targets.
    """
    raise NotImplementedError("Write loss.")


def gradient(w, x, y, h, o):
    """Return the slopes of the loss for the eight weights, an array of shape (8,) in the order of w1 … w8.

    w: the weights, an array of shape (8,).  x, y: inputs and targets, arrays of shape (2,).
    h, o: what forward(w, x) returned, arrays of shape (2,); there is no need to compute them again.

    Call the deltas of the nodes delta_o1, delta_o2, delta_h1 and delta_h2. Where a check fails, you read
    which of them is the first that is wrong.
    """
    raise NotImplementedError("Write gradient.")


def train(w, x, y, step, rounds):
    """Return the pair (weights, losses): the final weights, and a list with the loss of each round.

    w: the weights at the start, an array of shape (8,).  x, y: arrays of shape (2,).
    step: the learning rate.  rounds: how many updates, a whole number.

    The loss of a round is computed before its update, so the first one belongs to the weights at the start.
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
        ('three points of the sigmoid', lambda: named(['sigmoid'], sigmoid(np.array([-1.0, 0.0, 2.0]))), {'sigmoid': '[0.268941, 0.5, 0.880797]'}),
        ('forward from the weights of the story', lambda: named(['h', 'o'], forward(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]))), {'h': '[0.562177, 0.495]', 'o': '[0.476946, 0.528696]'}),
        ('loss of two outputs', lambda: named(['loss'], loss(np.array([0.9, 0.4]), np.array([0.3, 0.6]))), {'loss': '0.2'}),
        ('eight slopes at the weights of the story', lambda: named(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8'], gradient(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), np.array([0.5621765008857981, 0.4950001666600003]), np.array([0.47694575860699684, 0.5286964002912302]))), {'w1': '-0.00842148', 'w2': '0.0126067', 'w3': '-0.00505289', 'w4': '0.00756399', 'w5': '0.034633', 'w6': '0.0838661', 'w7': '0.0304946', 'w8': '0.0738447'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
