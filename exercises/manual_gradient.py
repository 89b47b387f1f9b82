r"""
# The slope of a loss, by hand

A line $\hat y = w x + b$ is wrong by some amount at every sample. The loss is one number for all of it:
the mean of the squared errors,

    L(w, b) = mean of (w·x + b - y)² over the samples.

To make the loss smaller you need to know which way is down: how much L changes when w changes a little, and
how much when b does. These two slopes, dL/dw and dL/db, are the **gradient**. No library is needed for it,
only the chain rule, taken one link at a time:

1. How does the squared error of one sample change with the prediction p?  It is (p - y)², so you
   differentiate a square.
2. How does the prediction change with w, and how with b?  It is w·x + b, so you differentiate a line.
3. Multiply the two links. That is the slope for one sample. The loss is the *mean* over the samples,
   and the slope of a mean is the mean of the slopes.

**One number worked out.** Take w = 1, b = 0 and the single sample x = 3, y = 6. The prediction is 3, the
error is -3. Link 1 is 2·(-3) = -6, link 2 for w is 3, so dL/dw = -18: a larger w makes the loss smaller,
steeply.

**What to write.** The two links, then the gradient. x and y are NumPy arrays of one length; the gradient is
a pair of numbers. Try your file with `python manual_gradient.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    """Return the slope of (prediction - y)² with respect to the prediction, for every sample.

    prediction, y: arrays of shape (n,).  Returns an array of shape (n,).
    """
    raise NotImplementedError("Write dloss_dprediction.")


def dprediction_dw(w, b, x):
    """Return the slope of w·x + b with respect to w, for every sample.

    w, b: numbers.  x: an array of shape (n,).  Returns an array of shape (n,).
    """
    raise NotImplementedError("Write dprediction_dw.")


def gradient(w, b, x, y):
    """Return the pair (dL/dw, dL/db) of the mean squared error, two numbers.

    w, b: numbers.  x, y: arrays of shape (n,).
    """
    raise NotImplementedError("Write gradient.")


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
        ('the first link, two samples', lambda: named(['dloss_dprediction'], dloss_dprediction(np.array([3.0, 5.0]), np.array([6.0, 4.0]))), {'dloss_dprediction': '[-6, 2]'}),
        ('the second link', lambda: named(['dprediction_dw'], dprediction_dw(2.0, 1.0, np.array([1.0, 2.0, 3.0]))), {'dprediction_dw': '[1, 2, 3]'}),
        ('one sample', lambda: named(['dw', 'db'], gradient(1.0, 0.0, np.array([3.0]), np.array([6.0]))), {'dw': '-18', 'db': '-6'}),
        ('three samples', lambda: named(['dw', 'db'], gradient(1.0, 0.5, np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0]))), {'dw': '-7.33333', 'db': '-3'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
