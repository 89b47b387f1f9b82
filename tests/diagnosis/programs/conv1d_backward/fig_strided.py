# kind: right
# foreseen: unknown
import numpy as np
def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


from numpy.lib.stride_tricks import sliding_window_view


def positions(n, width, stride, padding):
    return 1 + (n + padding + padding - width) // stride


def windows(x, width, stride, padding):
    z = np.concatenate([np.zeros((len(x), padding)), x, np.zeros((len(x), padding))], axis=1)
    return sliding_window_view(z, width, axis=1)[:, ::stride]


def forward(x, w, b, stride, padding):
    return np.einsum("itj,fij->ft", windows(x, w.shape[2], stride, padding), w) + np.reshape(b, (-1, 1))


def backward(x, w, b, stride, padding, g):
    width, n = w.shape[2], x.shape[1]
    dw = np.einsum("ft,itj->fij", g, windows(x, width, stride, padding))
    dx = np.zeros(x.shape)
    for place in range(n):
        for j in range(width):
            t, left = divmod(place + padding - j, stride)
            if left == 0 and 0 <= t < g.shape[1]:
                dx[:, place] += w[:, :, j].T @ g[:, t]
    return dx, dw, g.sum(1)
