# kind: wrong
# task: forward
# truth: bias is added once a channel
# line: 28
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    return (n + 2 * padding - width) // stride + 1


def forward(x, w, b, stride, padding):
    z = np.pad(x, ((0, 0), (padding, padding)))
    k, c, width = w.shape
    t = positions(x.shape[1], width, stride, padding)
    out = np.zeros((k, t))
    for f in range(k):
        for i in range(c):
            for p in range(t):
                out[f, p] += np.dot(w[f, i], z[i, p * stride : p * stride + width]) + b[f]
    return out


def backward(x, w, b, stride, padding, g):
    z = np.pad(x, ((0, 0), (padding, padding)))
    dz, dw = np.zeros_like(z), np.zeros_like(w)
    width = w.shape[2]
    for p in range(g.shape[1]):
        s = slice(p * stride, p * stride + width)
        dw += g[:, p][:, None, None] * z[:, s]
        dz[:, s] += np.einsum("f,fcw->cw", g[:, p], w)
    return dz[:, padding : z.shape[1] - padding], dw, g.sum(axis=1)
