# kind: odd
# task: positions
# truth: A text is returned.
# line: 15
# foreseen: no
import numpy as np


def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    return str(len(range(0, n + 2 * padding - width + 1, stride)))


def windows(x, width, stride, padding):
    """All windows, shape (positions, c, width), and the padded input."""
    z = np.zeros((x.shape[0], x.shape[1] + 2 * padding))
    z[:, padding : padding + x.shape[1]] = x
    starts = [t * stride for t in range(int(positions(x.shape[1], width, stride, padding)))]
    return np.array([z[:, s : s + width] for s in starts]), z, starts


def forward(x, w, b, stride, padding):
    win, _, _ = windows(x, w.shape[2], stride, padding)
    return np.einsum("tij,fij->ft", win, w) + b[:, None]


def backward(x, w, b, stride, padding, g):
    win, z, starts = windows(x, w.shape[2], stride, padding)
    dz = np.zeros_like(z)
    for t, s in enumerate(starts):
        dz[:, s : s + w.shape[2]] += np.tensordot(g[:, t], w, axes=1)
    dx = dz[:, padding : padding + x.shape[1]]
    return dx, np.einsum("ft,tij->fij", g, win), g.sum(axis=1)
