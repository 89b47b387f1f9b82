# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    return (n + 2 * padding - width) // stride + 1


def forward(x, w, b, stride, padding):
    z = np.concatenate([np.zeros((len(x), padding)), x, np.zeros((len(x), padding))], axis=1)
    view = np.lib.stride_tricks.sliding_window_view(z, w.shape[2], axis=1)[:, ::stride]
    return np.tensordot(w, view, axes=([1, 2], [0, 2])) + b.reshape(-1, 1)


def backward(x, w, b, stride, padding, g):
    z = np.pad(x, ((0, 0), (padding, padding)))
    dz, dw = np.zeros_like(z), np.zeros_like(w)
    width = w.shape[2]
    for p in range(g.shape[1]):
        s = slice(p * stride, p * stride + width)
        dw += g[:, p][:, None, None] * z[:, s]
        dz[:, s] += np.einsum("f,fcw->cw", g[:, p], w)
    return dz[:, padding : z.shape[1] - padding], dw, g.sum(axis=1)
