# kind: double
# task: through_product
# task: through_tanh
# truth: The slope for x has the other sign.
# truth: The bend is 1 + h².
# line: 21, 25
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
    return -np.inner(dout, w), np.tensordot(x, dout, axes=(0, 0))


def through_tanh(dh, h):
    return dh * (1 + h * h)


def numeric_gradient(f, w, delta):
    def slope(place):
        push = np.zeros(np.shape(w))
        push[place] = delta
        return (f(w + push) - f(w - push)) / (2 * delta)
    return np.array([slope(place) for place in np.ndindex(*np.shape(w))]).reshape(np.shape(w))


def relative_error(a, b):
    scale = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return np.max(np.abs(a - b)) / scale if scale > 0 else 0.0


def is_right(f, gradient, w):
    return bool(relative_error(numeric_gradient(f, w, 1e-5), gradient(w)) < 1e-5)
