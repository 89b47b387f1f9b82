# kind: right
# foreseen: no
import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    count, start = 0, 0
    while start + width <= n + 2 * padding:
        count, start = count + 1, start + stride
    return count


def _matrix(w, n, stride, padding):
    k, c, width = w.shape
    t = positions(n, width, stride, padding)
    M = np.zeros((k, t, c, n + 2 * padding))
    for p in range(t):
        M[:, p, :, p * stride : p * stride + width] = w
    return M


def forward(x, w, b, stride, padding):
    z = np.pad(x, [(0, 0), (padding, padding)])
    return np.tensordot(_matrix(w, x.shape[1], stride, padding), z, 2) + b.reshape(-1, 1)


def backward(x, w, b, stride, padding, g):
    z = np.pad(x, [(0, 0), (padding, padding)])
    dz = np.einsum("kt,ktcn->cn", g, _matrix(w, x.shape[1], stride, padding))
    dw = np.zeros_like(w)
    for j in range(w.shape[2]):
        dw[:, :, j] = g @ z[:, j : j + stride * g.shape[1] : stride][:, : g.shape[1]].T
    return dz[:, padding : dz.shape[1] - padding], dw, g @ np.ones(g.shape[1])
