# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w1, w2, x, y):
    """Return half the mean squared error of tanh(x·w1)·w2, one number."""
    return 0.5 * np.mean((np.tanh(x @ w1) @ w2 - y) ** 2)


def through_product(dout, x, w):
    return dout @ w.T, x.T @ dout


def through_tanh(dh, h):
    return dh * (1 - h ** 2)


def backward(w1, w2, x, y):
    """Return the slopes of the loss in w1 and w2, made with your two functions."""
    h = np.tanh(x @ w1)
    dh, dw2 = through_product((h @ w2 - y) / y.size, h, w2)
    _, dw1 = through_product(through_tanh(dh, h), x, w1)
    return dw1, dw2


def numeric_gradient(f, w, delta):
    flat = w.ravel().copy()
    out = np.empty(flat.size)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + delta
        high = f(flat.reshape(w.shape))
        flat[i] = keep - delta
        low = f(flat.reshape(w.shape))
        flat[i] = keep
        out[i] = (high - low) / delta / 2
    return out.reshape(w.shape)


def relative_error(a, b):
    everything = np.concatenate([np.ravel(a), np.ravel(b)])
    biggest = np.linalg.norm(everything, np.inf)
    if biggest == 0:
        return 0.0
    return np.linalg.norm(np.ravel(a) - np.ravel(b), np.inf) / biggest


def is_right(f, gradient, w):
    return bool(relative_error(gradient(w), numeric_gradient(f, w, 1e-5)) < 1e-5)
