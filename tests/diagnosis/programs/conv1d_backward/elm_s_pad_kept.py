# kind: wrong
# task: backward
# truth: the zeros at the ends are cut off at one side only
# line: 47
# foreseen: no
import numpy as np


def loss(x, w, b, stride, padding, g):
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    count, start = 0, 0
    while start + width <= n + 2 * padding:
        count += 1
        start += stride
    return count


def _pad(x, padding):
    c, n = x.shape
    z = np.zeros((c, n + 2 * padding))
    z[:, padding:padding + n] = x
    return z


def _windows(z, width, stride):
    starts = range(0, z.shape[1] - width + 1, stride)
    return np.stack([z[:, s:s + width] for s in starts])


def forward(x, w, b, stride, padding):
    win = _windows(_pad(x, padding), w.shape[2], stride)
    return np.einsum("tij,fij->ft", win, w) + b[:, None]


def backward(x, w, b, stride, padding, g):
    z = _pad(x, padding)
    win = _windows(z, w.shape[2], stride)
    db = g.sum(axis=1)
    dw = np.einsum("ft,tij->fij", g, win)
    dz = np.zeros_like(z)
    for t in range(g.shape[1]):
        for f in range(w.shape[0]):
            dz[:, t * stride:t * stride + w.shape[2]] += g[f, t] * w[f]
    return dz[:, 2 * padding:2 * padding + x.shape[1]], dw, db
