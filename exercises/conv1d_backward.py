r"""
# A convolution along a line, forward and backward

A convolution layer slides a small window along its input and asks the same question everywhere. The input x
has c channels, each a line of n numbers: shape (c, n). The layer has k filters. Each covers all channels and
`width` places: w has the shape (k, c, width), and b, one bias a filter, the shape (k,).

**Forward.** First put `padding` zeros at either end of every channel. Call the result z. The window begins at
place 0 of z and moves on by `stride` places at a time, as long as it fits. At its position t, filter f gives

    out[f, t] = b[f] + the sum over all channels i and places j of w[f, i, j] · z[i, t·stride + j]

So the filter is laid on the input as it is. (In mathematics a convolution reverses the filter first. In deep
learning nobody does, and what is called a convolution is a cross-correlation.) Places at the end that no
window reaches are left over.

**Backward.** Let g be the slope of the loss for out, with the shape of out.

- *b*: b[f] is added at every position t, so its slope is the sum of g[f, t] over t.
- *w*: at position t, w[f, i, j] is multiplied by z[i, t·stride + j]. Multiply each by g[f, t] and add them
  up over t.
- *z*: at position t, z[i, t·stride + j] is multiplied by w[f, i, j], for every filter f. One place of z lies
  in several windows, and **what comes back from them adds up**. Go through the positions, and add each
  window's share to the places that it covered.
- *x*: x is z without the zeros at its ends, and so are the slopes.

**One number worked out.** One channel, one filter: x = (1, 2, 4, 3, 5), w = (1, 0, -2), b = 0.5, stride 2,
padding 0. There are two windows, (1, 2, 4) and (4, 3, 5), and out = (1 - 8 + 0.5, 4 - 10 + 0.5), that is
(-6.5, -5.5). Let g = (3, -1). Then the slope for b is 2 and for w it is 3·(1, 2, 4) - 1·(4, 3, 5), that is
(-1, 3, 7). The first window sends (3, 0, -6) back and the second (-1, 0, 2). They share the place of the 4,
so the slopes for x are (3, 0, -6 - 1, 0, 2) = (3, 0, -7, 0, 2).

**What to write.** How many positions there are, the forward pass, and the backward pass. Loops are fine here:
the sizes are small. Try your file with `python conv1d_backward.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    """Return how many positions the window has, a whole number.

    n: how many places the input has, without the padding.  width: how many places the window covers.
    """
    raise NotImplementedError("Write positions.")


def forward(x, w, b, stride, padding):
    """Return the output, shape (k, positions).

    x: shape (c, n).  w: shape (k, c, width).  b: shape (k,).  stride, padding: whole numbers.
    """
    raise NotImplementedError("Write forward.")


def backward(x, w, b, stride, padding, g):
    """Return the slopes of the loss for (x, w, b), three arrays of their shapes.

    x: shape (c, n).  w: shape (k, c, width).  b: shape (k,).  stride, padding: whole numbers.
    g: the slope of the loss for the output, shape (k, positions).
    """
    raise NotImplementedError("Write backward.")


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
        ('ten places', lambda: named(['positions'], positions(10, 4, 3, 2)), {'positions': '4'}),
        ('forward along the line of the story', lambda: named(['forward'], forward(np.array([[1.0, 2.0, 4.0, 3.0, 5.0]]), np.array([[[1.0, 0.0, -2.0]]]), np.array([0.5]), 2, 0)), {'forward': '[[-6.5, -5.5]]'}),
        ('forward along two channels', lambda: named(['forward'], forward(np.array([[2.0, -2.6, 0.4, -0.6, -0.5, -0.2, -2.0, -0.2, -0.9, 3.3, 0.2], [-0.4, -0.3, -0.7, -1.1, -0.4, 0.5, -0.2, 1.0, -0.2, 0.0, 1.5]]), np.array([[[0.5, -0.5, -0.2, 0.5], [1.9, -0.3, -0.2, 1.0]], [[-0.9, -0.3, 0.9, 0.6], [0.1, 0.7, -2.8, 1.0]], [[-1.0, -1.7, 0.3, 0.7], [-0.4, -1.1, 0.0, -0.1]]]), np.array([0.5, -1.0, 2.0]), 2, 1)), {'forward': '[[-0.3, -1.67, -2.78, 1.6, 3.75], [-3.84, 2.54, -3.68, -4.03, 4], [-1.39, 4.32, 2.89, 4.95, 4.53]]'}),
        ('the slopes of the story', lambda: named(['x', 'w', 'b'], backward(np.array([[1.0, 2.0, 4.0, 3.0, 5.0]]), np.array([[[1.0, 0.0, -2.0]]]), np.array([0.5]), 2, 0, np.array([[3.0, -1.0]]))), {'x': '[[3, 0, -7, 0, 2]]', 'w': '[[[-1, 3, 7]]]', 'b': '[2]'}),
        ('the slopes of two channels', lambda: named(['x', 'w', 'b'], backward(np.array([[2.0, -2.6, 0.4, -0.6, -0.5, -0.2, -2.0, -0.2, -0.9, 3.3, 0.2], [-0.4, -0.3, -0.7, -1.1, -0.4, 0.5, -0.2, 1.0, -0.2, 0.0, 1.5]]), np.array([[[0.5, -0.5, -0.2, 0.5], [1.9, -0.3, -0.2, 1.0]], [[-0.9, -0.3, 0.9, 0.6], [0.1, 0.7, -2.8, 1.0]], [[-1.0, -1.7, 0.3, 0.7], [-0.4, -1.1, 0.0, -0.1]]]), np.array([0.5, -1.0, 2.0]), 2, 1, np.array([[1.4, 0.7, 0.2, 1.1, -0.2], [-0.9, 0.6, 0.6, -0.2, -0.8], [0.2, -2.5, 0.7, 0.5, -1.6]]))), {'x': '[[-0.77, 1.28, 4.02, -1.49, -2.51, 0.94, -0.39, 1.97, 3.84, -1.16, -1.7], [-1.27, 4.63, 3.44, -1.66, 1.14, 0.15, -0.29, 0.52, 2.11, 2.28, -0.84]]', 'w': '[[[-2.12, 0.96, -4.98, -1.22], [-0.08, -1.31, 0.01, -1.82]], [[-1.72, -0.74, -0.74, -1.84], [-1.74, -0.1, -0.29, -0.89]], [[6.3, -0.51, -4.54, -0.84], [-1.37, 1.61, 3.54, -1.78]]]', 'b': '[3.2, -0.7, -2.7]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
