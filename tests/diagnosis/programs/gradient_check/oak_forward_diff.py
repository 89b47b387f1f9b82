# kind: wrong
# task: numeric_gradient
# truth: A forward difference, divided by delta.
# line: 28
# foreseen: unknown
import numpy as np
def loss(w1, w2, x, y):
    return 0.5 * np.mean((np.tanh(x @ w1) @ w2 - y) ** 2)
def backward(w1, w2, x, y):
    h = np.tanh(x @ w1)
    dh, dw2 = through_product((h @ w2 - y) / y.size, h, w2)
    _, dw1 = through_product(through_tanh(dh, h), x, w1)
    return dw1, dw2


def through_product(dout, x, w):
    dx = np.einsum('nk,dk->nd', dout, w)
    dw = np.einsum('nd,nk->dk', x, dout)
    return dx, dw

def through_tanh(dh, h):
    return dh * (1 - h) * (1 + h)

def numeric_gradient(f, w, delta):
    def slope(place):
        shift = np.zeros_like(w)
        shift[place] = delta
        return (f(w + shift) - f(w)) / delta
    return np.array([slope(place) for place in np.ndindex(*w.shape)]).reshape(w.shape)

def relative_error(a, b):
    biggest = max(np.abs(a).max(), np.abs(b).max())
    if biggest == 0:
        return 0.0
    return np.abs(a - b).max() / biggest

def is_right(f, gradient, w):
    return bool(relative_error(gradient(w), numeric_gradient(f, w, 1e-5)) < 1e-6)
