# kind: wrong
# task: is_right
# truth: A relative error of up to a half is accepted.
# line: 42
# foreseen: unknown
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
    return np.einsum("nk,dk->nd", dout, w), np.einsum("nd,nk->dk", x, dout)


def through_tanh(dh, h):
    return dh - dh * h ** 2


def numeric_gradient(f, w, delta):
    def slope(direction):
        nudge = delta * direction.reshape(w.shape)
        return (f(w + nudge) - f(w - nudge)) / (2 * delta)

    return np.reshape([slope(direction) for direction in np.identity(w.size)], w.shape)


def relative_error(a, b):
    scale = np.abs([a, b]).max()
    if not scale:
        return 0.0
    return np.abs(a - b).max() / scale


def is_right(f, gradient, w):
    return bool(relative_error(numeric_gradient(f, w, 1e-5), gradient(w)) < 0.5)
