r"""
# Two layers and a clamp

In `backprop_222` a gradient went back through a network one weight at a time. A network of useful size has
thousands of weights, and nobody writes a line for each. Written with matrices, as in `two_layer_linear`, the
same steps are a few lines, however large the network is. PyTorch does them for you when you call
`backward()`; this page does them both ways, so that you know what `backward()` does.

**The network.** A batch of n samples is a matrix x with a row for each sample. The first layer multiplies it
by a matrix W1, then everything below 0 is set to 0 (it is *clamped*; the function is called ReLU), and the
second layer multiplies by W2:

    z = x·W1          the sums of the hidden nodes
    h = z, but 0 wherever z is negative
    p = h·W2          the predictions

With d inputs, m hidden nodes and k outputs the shapes are

    x (n, d)    W1 (d, m)    z and h (n, m)    W2 (m, k)    p and y (n, k)

The loss is the sum of all squared errors, over the samples and the outputs. Nothing is averaged here:

    L = sum of (p - y)²

**The way back.** Start from the slope of L for the predictions, which is known from `manual_gradient`:
2·(p - y), a matrix of shape (n, k). Every slope has the shape of what it belongs to, and this alone tells
almost always which matrix has to be turned.

1. *A matrix of weights.* One weight leads from one node to another. Each sample adds its share to the slope:
   the value at the weight's beginning times the slope at its end. So W2 needs h and the slope of p, and W1
   needs x and the slope of z. It is one rule for both layers.
2. *The hidden values h.* What the loss feels of a hidden node comes back from all outputs: each output's
   slope times the weight that leads there, added up.
3. *Through the clamp, from h to z.* Where z was above 0 the clamp let it pass: a little more z is as much
   more h. Where z was below 0 the result was 0 and stays 0, whatever z does. Which of the two holds was
   decided on the way forward, by z. The slope that comes back has no say in it, and may well be negative.

**One number worked out.** One sample x = (1, 2), two hidden nodes, one output:

    W1 =  1   2      z = (1·1 + 2·1, 1·2 + 2·(-2)) = (3, -2)      W2 =  2      p = 3·2 + 0·5 = 6
          1  -2      h = (3, 0)                                         5

The target is y = 7, so L = 1, and the slope of p is 2·(6 - 7) = -2. Backward: the slope for W2 is
(3·(-2), 0·(-2)) = (-6, 0). For h it is (-2·2, -2·5) = (-4, -10). The second node was clamped, so for z it is
(-4, 0). For W1 it is

    1·(-4)  1·0       -4   0
    2·(-4)  2·0   =   -8   0

A larger W1[0, 0] makes the loss smaller. The second column cannot change anything, since its node is silent.

**A hint for the search.** In the note that this page comes from, the network has 10 inputs, 7 hidden nodes
and 10 outputs. Where two sizes are equal, a matrix that should have been turned fits without turning, and the
program runs on with wrong numbers. Test with sizes that are all different.

**What to write.** Forward and loss; the gradient by autograd (clear the buffers, as in `zero_grad`); the
three rules by hand, without autograd; and a training that uses them. Try your file with
`python two_layer_relu.py`, then hand it in.
"""

import numpy as np
import torch


def forward(x, w1, w2):
    """Return the triple (z, h, prediction): the hidden sums, the hidden values, the predictions.

    x: a tensor of shape (n, d), a row for each sample.  w1: shape (d, m).  w2: shape (m, k).
    z, h: shape (n, m).  prediction: shape (n, k).  Autograd must be able to follow w1 and w2.
    """
    raise NotImplementedError("Write forward.")


def loss(prediction, y):
    """Return the sum of all squared errors, one number.

    prediction, y: tensors of shape (n, k).
    """
    raise NotImplementedError("Write loss.")


def by_autograd(x, y, w1, w2):
    """Return the pair (slope of the loss for w1, slope for w2), found by autograd.

    x: shape (n, d).  y: shape (n, k).  w1, w2: tensors of shape (d, m) and (m, k) that require grad. Their
    buffers may hold something from before; the slopes must not depend on it.
    Returns tensors of the shapes of w1 and w2.
    """
    raise NotImplementedError("Write by_autograd.")


def slope_of_weights(values, slopes):
    """Return the slope of the loss for a matrix of weights, by hand: rule 1.

    values: what goes into the layer, shape (n, a).  slopes: the slopes of what comes out, shape (n, b).
    Returns a tensor of shape (a, b), the weights' own shape.
    """
    raise NotImplementedError("Write slope_of_weights.")


def slope_of_hidden(slopes, w2):
    """Return the slope of the loss for the hidden values h, by hand: rule 2.

    slopes: the slopes of the predictions, shape (n, k).  w2: shape (m, k).  Returns shape (n, m).
    """
    raise NotImplementedError("Write slope_of_hidden.")


def through_the_clamp(slopes, z):
    """Return the slope of the loss for the hidden sums z, by hand: rule 3.

    slopes: the slopes of the hidden values h, shape (n, m).  z: shape (n, m), no entry is 0.
    Returns shape (n, m).
    """
    raise NotImplementedError("Write through_the_clamp.")


def train(x, y, w1, w2, lr, rounds):
    """Return the triple (w1, w2, losses): the weights after some rounds, a list with the loss of each round.

    x: shape (n, d).  y: shape (n, k).  w1, w2: tensors of shape (d, m) and (m, k) that need no grad.
    lr: the learning rate.  rounds: how many updates.

    Use the rules by hand. The loss of a round is computed before its update, and both slopes belong to the
    weights that the round began with. Call the slope for the hidden sums slope_z: where a check fails, you
    read whether that of the last round is right.
    """
    raise NotImplementedError("Write train.")


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.
    def leaf(value, grad=None, requires_grad=True):
        """Return a tensor in double precision with this gradient in its buffer."""
        made = torch.tensor(value, dtype=torch.float64, requires_grad=requires_grad)
        made.grad = None if grad is None else torch.tensor(grad, dtype=torch.float64)
        return made

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
        ('forward through the network of the story', lambda: named(['z', 'h', 'prediction'], forward(leaf([[1.0, 2.0]], requires_grad=False), leaf([[1.0, 2.0], [1.0, -2.0]], requires_grad=False), leaf([[2.0], [5.0]], requires_grad=False))), {'z': '[[3, -2]]', 'h': '[[3, 0]]', 'prediction': '[[6]]'}),
        ('the loss of three samples', lambda: named(['loss'], loss(leaf([[6.0, 1.0], [2.0, -1.0], [0.0, 3.0]], requires_grad=False), leaf([[7.0, 1.0], [4.0, -4.0], [0.0, 2.0]], requires_grad=False))), {'loss': '15'}),
        ('autograd at the weights of the story', lambda: named(['slope_w1', 'slope_w2'], by_autograd(leaf([[1.0, 2.0]], requires_grad=False), leaf([[7.0]], requires_grad=False), leaf([[1.0, 2.0], [1.0, -2.0]]), leaf([[2.0], [5.0]], grad=[[1.0], [10.0]]))), {'slope_w1': '[[-4, 0], [-8, 0]]', 'slope_w2': '[[-6], [0]]'}),
        ('weights from three nodes to two, by two samples', lambda: named(['slope_of_weights'], slope_of_weights(leaf([[3.0, 0.0, 1.0], [1.0, 2.0, -1.0]], requires_grad=False), leaf([[-2.0, 1.0], [4.0, 3.0]], requires_grad=False))), {'slope_of_weights': '[[-2, 6], [8, 6], [-6, -2]]'}),
        ('two hidden nodes behind two outputs', lambda: named(['slope_of_hidden'], slope_of_hidden(leaf([[-2.0, 1.0]], requires_grad=False), leaf([[2.0, 3.0], [5.0, -4.0]], requires_grad=False))), {'slope_of_hidden': '[[-1, -14]]'}),
        ('four slopes through the clamp', lambda: named(['through_the_clamp'], through_the_clamp(leaf([[-4.0, -10.0], [5.0, 6.0]], requires_grad=False), leaf([[3.0, -2.0], [-1.0, 4.0]], requires_grad=False))), {'through_the_clamp': '[[-4, -0], [0, 6]]'}),
        ('twelve rounds of a small network', lambda: named(['w1', 'w2', 'losses'], train(leaf([[1.0, 2.0], [-2.0, 1.0], [0.8, -1.0], [1.5, -2.0]], requires_grad=False), leaf([[1.0], [0.5], [-0.5], [1.5]], requires_grad=False), leaf([[0.6, -0.4, 0.5], [0.3, 0.8, -0.7]], requires_grad=False), leaf([[0.5], [-0.3], [0.4]], requires_grad=False), 0.01, 12)), {'w1': '[[0.643484, -0.372268, 0.496781], [0.392371, 0.750246, -0.702184]]', 'w2': '[[0.606724], [0.0455756], [0.399821]]', 'losses': '[2.839, 2.52772, 2.29237, 2.11131, 1.97019, 1.8591, 1.77092, 1.70042, 1.64366, 1.59763, 1.56002, 1.52904]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
