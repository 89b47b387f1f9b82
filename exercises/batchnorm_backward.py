r"""
# Batch normalisation, forward and backward

Deep networks train faster when the numbers inside them keep a steady size. Batch normalisation brings every
feature of a batch to mean 0 and spread 1, and then lets the network choose another mean and spread for it.

Let x hold n samples with d features each, shape (n, d). For every feature, that is, down every column,

    mean = the mean of the n numbers            variance = the mean of (x - mean)²
    spread = √(variance + eps)                  xhat = (x - mean) / spread
    out = gamma·xhat + beta

gamma and beta are parameters of shape (d,). The small number eps keeps the spread away from 0.

**Backward.** Let g be the slope of the loss for out, shape (n, d). All samples share beta and gamma, so their
slopes add up over the samples: g for beta, g·xhat for gamma. For x it takes more care, because one entry of x
reaches the loss in three ways: directly through its own xhat, through the mean, and through the variance. The
last two touch *all* samples of the column. With s = gamma·g, the slope for xhat, the three together give

    dx = (s - mean of s - xhat · mean of (s·xhat)) / spread

where both means go down the columns. It follows that every column of dx adds up to 0: if all samples of a
feature move by the same amount, nothing changes.

**One number worked out.** One feature, three samples x = (1, 2, 6), eps = 1/3, gamma = 2, beta = 1. The mean
is 3 and the variance (4 + 1 + 9)/3 = 14/3, so spread = √5 = 2.2361 and xhat = (-0.8944, -0.4472, 1.3416). Let
g = (3, 0, 0). Then the slope for beta is 3 and for gamma 3·(-0.8944) = -2.6833. s = (6, 0, 0), its mean is 2,
the mean of s·xhat is -1.7889, and the first entry of dx is (6 - 2 - (-0.8944)·(-1.7889)) / 2.2361 = 1.0733.

**At prediction time** there may be no batch. The layer therefore keeps a running mean and a running variance.
After every batch each moves by the share `momentum` towards what the batch shows:

    running becomes (1 - momentum)·running + momentum·(the batch's)

For this PyTorch takes the *unbiased* variance, the sum of (x - mean)² divided by n - 1, although the batch
itself is normalised with the sum divided by n. We do the same.

**What to write.** The forward pass, the backward pass, the update of the running numbers, and the prediction
with them. Try your file with `python batchnorm_backward.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


def forward(x, gamma, beta, eps):
    """Return the triple (out, xhat, spread).

    x: shape (n, d).  gamma, beta: shape (d,).  eps: a number.
    out, xhat: shape (n, d).  spread: shape (d,).
    """
    raise NotImplementedError("Write forward.")


def backward(x, gamma, beta, eps, g, xhat, spread):
    """Return the slopes of the loss for (x, gamma, beta), three arrays of their shapes.

    x: shape (n, d).  gamma, beta: shape (d,).  eps: a number.  g: slope of the loss for out, shape (n, d).
    xhat, spread: what forward returned, shapes (n, d) and (d,); there is no need to compute them again.

    Call the slope for xhat s, as the story does: where a check fails, you read whether it is right.
    """
    raise NotImplementedError("Write backward.")


def update_running(x, running_mean, running_variance, momentum):
    """Return the pair (running_mean, running_variance) after the batch x; leave the given arrays as they are.

    x: shape (n, d).  running_mean, running_variance: shape (d,).  momentum: the share of the new batch.
    """
    raise NotImplementedError("Write update_running.")


def predict(x, gamma, beta, eps, running_mean, running_variance):
    """Return out for new samples, normalised with the running numbers instead of those of a batch.

    x: shape (n, d), n may be 1.  gamma, beta, running_mean, running_variance: shape (d,).
    Returns shape (n, d).
    """
    raise NotImplementedError("Write predict.")


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
        ('three samples', lambda: named(['out', 'xhat', 'spread'], forward(np.array([[1.0, -2.0], [4.0, 0.5], [2.5, 3.0]]), np.array([2.0, -0.5]), np.array([0.7, 1.5]), 0.25)), {'out': '[[-1.56779, 2.09479], [2.96779, 1.5], [0.7, 0.905211]]', 'xhat': '[[-1.13389, -1.18958], [1.13389, 0], [0, 1.18958]]', 'spread': '[1.32288, 2.10159]'}),
        ('the slopes of the story', lambda: named(['x', 'gamma', 'beta'], backward(np.array([[1.0], [2.0], [6.0]]), np.array([2.0]), np.array([1.0]), 0.3333333333333333, np.array([[3.0], [0.0], [0.0]]), np.array([[-0.8944271909999159], [-0.4472135954999579], [1.3416407864998738]]), np.array([2.23606797749979]))), {'x': '[[1.07331], [-1.2522], [0.178885]]', 'gamma': '[-2.68328]', 'beta': '[3]'}),
        ('the slopes of three samples', lambda: named(['x', 'gamma', 'beta'], backward(np.array([[1.0, -2.0], [4.0, 0.5], [2.5, 3.0]]), np.array([2.0, -0.5]), np.array([0.7, 1.5]), 0.25, np.array([[1.0, -2.0], [0.5, 3.0], [-2.5, 0.8]]), np.array([[-1.1338934190276817, -1.1895773785772161], [1.1338934190276817, 0.0], [0.0, 1.1895773785772161]]), np.array([1.3228756555322954, 2.101586702153082]))), {'x': '[[1.69184, 0.304352], [1.58385, -0.570997], [-3.27569, 0.266645]]', 'gamma': '[-0.566947, 3.33082]', 'beta': '[-1, 1.8]'}),
        ('running numbers after three samples', lambda: named(['running_mean', 'running_variance'], update_running(np.array([[1.0, -2.0], [4.0, 0.5], [2.5, 3.0]]), np.array([0.5, -1.0]), np.array([2.0, 0.75]), 0.1)), {'running_mean': '[0.7, -0.85]', 'running_variance': '[2.025, 1.3]'}),
        ('one sample at prediction time', lambda: named(['predict'], predict(np.array([[1.0, -2.0]]), np.array([2.0, -0.5]), np.array([0.7, 1.5]), 0.25, np.array([0.5, -1.0]), np.array([2.0, 0.75]))), {'predict': '[[1.36667, 2]]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
