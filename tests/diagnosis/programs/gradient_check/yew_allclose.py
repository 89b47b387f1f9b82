# kind: wrong
# task: is_right
# truth: np.allclose is used with its own tolerances, one of which is not relative.
# line: 52
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
    dx = dout @ w.T
    dw = x.T @ dout
    return dx, dw


def through_tanh(dh, h):
    return dh * (1 - h ** 2)


def numeric_gradient(f, w, delta):
    w = w.astype(float).copy()
    grad = np.zeros_like(w)
    for idx in np.ndindex(*w.shape):
        old = w[idx]
        w[idx] = old + delta
        up = f(w)
        w[idx] = old - delta
        down = f(w)
        w[idx] = old
        grad[idx] = (up - down) / (2 * delta)
    return grad


def relative_error(a, b):
    top = np.max(np.abs(a - b))
    bottom = max(np.max(np.abs(a)), np.max(np.abs(b)))
    if bottom == 0:
        return 0.0
    return top / bottom


def is_right(f, gradient, w):
    numeric = numeric_gradient(f, w, 1e-5)
    return bool(np.allclose(numeric, gradient(w)))
