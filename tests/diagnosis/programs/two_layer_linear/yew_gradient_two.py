# kind: double
# task: gradient
# task: gradient
# truth: The factor 2 is missing.
# truth: The bias of the first layer gets the second's slope summed.
# line: 41, 43
# foreseen: unknown
import numpy as np
def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)
def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


class Layer:
    """An affine map that can be run both ways."""

    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def __call__(self, values):
        return self.weights.dot(values) + self.bias

    def __matmul__(self, before):
        """The layer that does the work of both: first `before`, then this one."""
        return Layer(self.weights @ before.weights, self(before.bias))

    def back(self, slope):
        return slope @ self.weights


def forward(w1, b1, w2, b2, x):
    h = Layer(w1, b1)(x)
    return h, Layer(w2, b2)(h)


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = prediction - y
    e = Layer(w2, b2).back(g)
    return np.multiply.outer(e, x), np.full_like(e, g.sum()), np.multiply.outer(g, h), g


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    rows = [gradient(w1, b1, w2, b2, *row) for row in zip(x, y, h, prediction)]
    return tuple(sum(column) / len(rows) for column in zip(*rows))


def collapse(w1, b1, w2, b2):
    one = Layer(w2, b2) @ Layer(w1, b1)
    return one.weights, one.bias
