# kind: wrong
# task: positions
# truth: rounds up
# line: 17
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    return int(np.ceil((n + 2 * padding - width) / stride)) + 1


def forward(x, w, b, stride, padding):
    z = np.pad(x, ((0, 0), (padding, padding)))
    t = positions(x.shape[1], w.shape[2], stride, padding)
    out = np.zeros((w.shape[0], t))
    for p in range(t):
        out[:, p] = np.sum(w * z[:, p * stride : p * stride + w.shape[2]], axis=(1, 2)) + b
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
