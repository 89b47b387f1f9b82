# kind: odd
# task: relative_error
# truth: The error is returned as a text.
# foreseen: no
import numpy as np
def loss(w1, w2, x, y):
    """Return half the mean squared error of tanh(x·w1)·w2, one number."""
    return 0.5 * np.mean((np.tanh(x @ w1) @ w2 - y) ** 2)
def backward(w1, w2, x, y):
    """Return the slopes of the loss in w1 and w2, made with your two functions."""
    h = np.tanh(x @ w1)
    dh, dw2 = through_product((h @ w2 - y) / y.size, h, w2)
    _, dw1 = through_product(through_tanh(dh, h), x, w1)
    return dw1, dw2


def through_product(dout, x, w):
    return dout @ w.T, x.T @ dout


def through_tanh(dh, h):
    return dh * (1 - h**2)


def numeric_gradient(f, w, delta):
    g = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        d = np.zeros_like(w)
        d[i] = delta
        g[i] = (f(w + d) - f(w - d)) / (2 * delta)
    return g


def relative_error(a, b):
    top = max(np.abs(a).max(), np.abs(b).max())
    return f"{np.abs(a - b).max() / top:.2e}" if top else "0"


def is_right(f, gradient, w):
    return float(relative_error(numeric_gradient(f, w, 1e-5), gradient(w))) < 1e-5
