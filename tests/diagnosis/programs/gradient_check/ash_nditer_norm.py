# kind: wrong
# task: relative_error
# truth: The length in place of the largest.
# line: 51
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
    return dout.dot(w.T), np.tensordot(x, dout, axes=(0, 0))


def through_tanh(dh, h):
    return dh * (1 + h) * (1 - h)


def numeric_gradient(f, w, delta):
    slopes = np.empty(w.shape)
    it = np.nditer(w, flags=["multi_index"], op_flags=["readwrite"])
    for wert in it:
        alt = float(wert)
        hoch = f(_mit(w, it.multi_index, alt + delta))
        tief = f(_mit(w, it.multi_index, alt - delta))
        slopes[it.multi_index] = (hoch - tief) / (2 * delta)
    return slopes


def _mit(w, platz, wert):
    neu = w.copy()
    neu[platz] = wert
    return neu


def relative_error(a, b):
    groesse = max(np.abs(a).max(), np.abs(b).max())
    if groesse == 0:
        return 0.0
    return np.linalg.norm((a - b).ravel()) / groesse


def is_right(f, gradient, w):
    numeric = numeric_gradient(f, w, 2e-5)
    return bool(relative_error(numeric, gradient(w.copy())) < 1e-6)
