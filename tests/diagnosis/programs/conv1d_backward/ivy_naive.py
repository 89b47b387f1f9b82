# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    count, start = 0, -padding
    while start + width <= n + padding:
        count += 1
        start += stride
    return count


def forward(x, w, b, stride, padding):
    c, n = x.shape
    out = []
    for f in range(len(w)):
        row = []
        for t in range(positions(n, w.shape[2], stride, padding)):
            s = b[f]
            for i in range(c):
                for j in range(w.shape[2]):
                    place = t * stride + j - padding
                    if 0 <= place < n:
                        s = s + w[f, i, j] * x[i, place]
            row.append(s)
        out.append(row)
    return np.array(out)


def backward(x, w, b, stride, padding, g):
    z = np.pad(x, ((0, 0), (padding, padding)))
    dz, dw = np.zeros_like(z), np.zeros_like(w)
    width = w.shape[2]
    for p in range(g.shape[1]):
        s = slice(p * stride, p * stride + width)
        dw += g[:, p][:, None, None] * z[:, s]
        dz[:, s] += np.einsum("f,fcw->cw", g[:, p], w)
    return dz[:, padding : z.shape[1] - padding], dw, g.sum(axis=1)
