r"""
# Many classes, and logits of a thousand

`logistic` tells two labels apart. For k classes a network gives k numbers for every sample, the **logits** z,
of shape (n, k): one row for each sample, one column for each class. The **softmax** turns each row into
probabilities:

    p_j = e^(z_j) / (e^(z_1) + … + e^(z_k))

**Stable.** e^1000 is more than the largest float: NumPy answers `inf`, and inf/inf is `nan`. But a row's
softmax does not change when one number is subtracted from all of its logits, since e^(z - c) = e^z / e^c and
e^c cancels. Take c = the row's largest logit. Then the largest exponential is e^0 = 1, and nothing overflows.
Every row needs a c of its own: when c is far above a whole row, all exponentials of that row round to 0, and
0/0 is `nan`.

**The loss.** Each sample has a label y, the whole number of its class. Its cross-entropy is -log(p_y), and
the loss L is the mean over the samples. Taking the softmax first and the logarithm afterwards fails where p_y
rounds to 0, because log(0) is `-inf`. So combine the two formulas on paper first:

    log(p_y) = (z_y - c) - log( e^(z_1 - c) + … + e^(z_k - c) )

The sum holds an e^0 = 1, so its logarithm is harmless. This is called **log-sum-exp**.

**The slopes.** Softmax and logarithm together have a gradient that is simpler than either alone. For a sample
with probabilities p and label y,

    dL/dz_j = (p_j - [1 if j = y, else 0]) / n

**One number worked out.** Logits (1, 2, 4) give e^(-3), e^(-2), e^0 after 4 is subtracted, their sum is
1.18512, and p = (0.0420, 0.1142, 0.8438). With label 1 the loss is -log(0.1142) = 2.1698, and with this one
sample the gradient is (0.0420, -0.8858, 0.8438). Its entries add up to 0. With logits (0, 1000) and label 0
the loss is exactly 1000.

**What to write.** Softmax, loss and gradient, all for many samples at once. Try your file with
`python softmax_cross_entropy.py`, then hand it in.
"""

import numpy as np


def softmax(z):
    """Return the probabilities of each row, an array of shape (n, k), finite for logits of any size.

    z: the logits, an array of shape (n, k).  It stays as it is.
    """
    raise NotImplementedError("Write softmax.")


def cross_entropy(z, y):
    """Return the mean cross-entropy, one number, finite for logits of any size.

    z: the logits, an array of shape (n, k).  y: the labels, n whole numbers from 0 to k - 1.
    """
    raise NotImplementedError("Write cross_entropy.")


def gradient(z, y):
    """Return dL/dz of the mean cross-entropy, an array of shape (n, k).

    z: the logits, an array of shape (n, k).  y: the labels, n whole numbers from 0 to k - 1.
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
        ('two rows', lambda: named(['softmax'], softmax(np.array([[1.0, 2.0, 4.0], [0.5, -1.5, -0.2]]))), {'softmax': '[[0.0420101, 0.114195, 0.843795], [0.612775, 0.0829301, 0.304295]]'}),
        ('logits of a thousand', lambda: named(['softmax'], softmax(np.array([[1000.0, 1001.0, 998.5], [-1000.0, -1003.0, -1000.5]]))), {'softmax': '[[0.253716, 0.689672, 0.0566117], [0.603749, 0.0300589, 0.366192]]'}),
        ('the loss of two samples', lambda: named(['cross_entropy'], cross_entropy(np.array([[1.0, 2.0, 4.0], [0.5, -1.5, -0.2]]), np.array([1, 2]))), {'cross_entropy': '1.6798'}),
        ('sure and wrong', lambda: named(['cross_entropy'], cross_entropy(np.array([[0.0, 1000.0, -300.0], [700.0, -40.0, 699.0]]), np.array([0, 2]))), {'cross_entropy': '500.657'}),
        ('two gradients', lambda: named(['gradient'], gradient(np.array([[1.0, 2.0, 4.0], [0.5, -1.5, -0.2]]), np.array([1, 2]))), {'gradient': '[[0.021005, -0.442902, 0.421897], [0.306387, 0.041465, -0.347852]]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
