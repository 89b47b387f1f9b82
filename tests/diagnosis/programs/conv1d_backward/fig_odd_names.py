# kind: odd
# task: positions
# truth: The functions are methods of a class.
# foreseen: no
import numpy as np
def loss(x, w, b, stride, padding, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, w, b, stride, padding))


class Conv:
    def positions(self, n, width, stride, padding):
        return (n + 2 * padding - width) // stride + 1

    def forward(self, x, w, b, stride, padding):
        z = np.pad(x, ((0, 0), (padding, padding)))
        return np.stack([np.tensordot(w, z[:, t * stride:t * stride + w.shape[2]], 2) + b for t in range(self.positions(x.shape[1], w.shape[2], stride, padding))], 1)
