# kind: odd
# task: is_right
# truth: A text is returned.
# line: 46
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
    return np.einsum("nk,dk->nd", dout, w), np.einsum("nd,nk->dk", x, dout)


def through_tanh(dh, h):
    return dh - dh * h * h


def numeric_gradient(f, w, delta):
    def one(place):
        e = np.zeros_like(w)
        e[place] = delta
        return (f(w + e) - f(w - e)) / (2 * delta)

    return np.array([one(place) for place in np.ndindex(w.shape)]).reshape(w.shape)


def relative_error(a, b):
    top = np.abs(a - b).max()
    bottom = np.abs([a, b]).max()
    return float(top / bottom) if bottom else 0.0


def is_right(f, gradient, w):
    ok = relative_error(gradient(w), numeric_gradient(f, w, 1e-5)) < 1e-5
    return "right" if ok else "wrong"
