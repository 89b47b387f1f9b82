# kind: right
# foreseen: unknown
import numpy as np
def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


from numpy.lib.stride_tricks import sliding_window_view


def padded(x, padding):
    return np.pad(x, [(0, 0), (padding, padding)])


def positions(n, width, stride, padding):
    return len(range(0, n + 2 * padding - width + 1, stride))


def forward(x, w, b, stride, padding):
    windows = sliding_window_view(padded(x, padding), w.shape[-1], axis=1)[:, ::stride]
    return np.einsum("itj,fij->ft", windows, w) + b.reshape(-1, 1)


def backward(x, w, b, stride, padding, g):
    z = padded(x, padding)
    dz, dw = np.zeros(z.shape), np.zeros(w.shape)
    width = w.shape[2]
    for t, slopes in enumerate(g.T):
        covered = slice(t * stride, t * stride + width)
        dw += np.multiply.outer(slopes, z[:, covered])
        dz[:, covered] += np.tensordot(slopes, w, axes=1)
    return dz[:, padding:padding + x.shape[1]], dw, g.sum(1)
