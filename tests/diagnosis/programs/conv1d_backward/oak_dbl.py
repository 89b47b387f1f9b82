# kind: double
# task: backward
# task: backward
# truth: What comes back is assigned, not added.
# truth: The slope of b is the mean.
# line: 31, 32
# foreseen: unknown
import numpy as np
def loss(x, w, b, stride, padding, g):
    return np.sum(g * forward(x, w, b, stride, padding))


def windows(z, width, stride):
    return np.stack([z[:, s:s + width] for s in range(0, z.shape[1] - width + 1, stride)])

def pad(x, padding):
    return np.pad(x, ((0, 0), (padding, padding)))

def positions(n, width, stride, padding):
    return 1 + (n + 2 * padding - width) // stride

def forward(x, w, b, stride, padding):
    return np.einsum('tij,fij->ft', windows(pad(x, padding), w.shape[2], stride), w) + b[:, None]

def backward(x, w, b, stride, padding, g):
    z = pad(x, padding)
    width = w.shape[2]
    dw = np.einsum('ft,tij->fij', g, windows(z, width, stride))
    dz = np.zeros_like(z)
    for t, column in enumerate(g.T):
        dz[:, t * stride:t * stride + width] = np.tensordot(column, w, axes=1)
    return dz[:, padding:padding + x.shape[1]], dw, g.mean(axis=1)
