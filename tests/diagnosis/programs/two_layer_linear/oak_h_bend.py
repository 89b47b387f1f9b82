# kind: wrong
# task: forward
# truth: b2 is forgotten.
# line: 16
# foreseen: unknown
import numpy as np
def sample_loss(w1, b1, w2, b2, x, y):
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)
def batch_loss(w1, b1, w2, b2, x, y):
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


def forward(w1, b1, w2, b2, x):
    h = w1.dot(x) + b1
    return h, w2.dot(h)

def gradient(w1, b1, w2, b2, x, y, h, prediction):
    g = 2 * (prediction - y)
    e = g @ w2
    return e[:, None] * x, e, g[:, None] * h, g

def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    each = [gradient(w1, b1, w2, b2, *row) for row in zip(x, y, h, prediction)]
    return [sum(parts) / len(each) for parts in zip(*each)]

def collapse(w1, b1, w2, b2):
    return w2 @ w1, w2 @ b1 + b2
