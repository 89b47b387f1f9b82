# kind: double
# task: forward
# task: forward
# truth: The filter is reversed.
# truth: The bias is left out.
# line: 27, 27
# foreseen: no
import numpy as np
def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


def positions(n, width, stride, padding):
    return len(range(0, n + 2 * padding - width + 1, stride))


def unrolled(x, width, stride, padding):
    """Return the windows as a matrix: a column for each position, a row for each channel and place."""
    z = np.pad(x, [(0, 0), (padding, padding)])
    starts = [t * stride for t in range(positions(x.shape[1], width, stride, padding))]
    return np.stack([z[:, s:s + width].ravel() for s in starts], axis=1)


def forward(x, w, b, stride, padding):
    k, c, width = w.shape
    return w[:, :, ::-1].reshape(k, -1) @ unrolled(x, width, stride, padding)


def backward(x, w, b, stride, padding, g):
    k, c, width = w.shape
    columns = unrolled(x, width, stride, padding)
    dw = (g @ columns.T).reshape(w.shape)
    shares = (w.reshape(k, -1).T @ g).reshape(c, width, -1)
    dz = np.zeros((c, x.shape[1] + 2 * padding))
    for t in range(shares.shape[2]):
        dz[:, t * stride:t * stride + width] += shares[:, :, t]
    return dz[:, padding:padding + x.shape[1]], dw, g @ np.ones(g.shape[1])
