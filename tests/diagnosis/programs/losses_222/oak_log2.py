# kind: wrong
# task: cross_entropy
# truth: The logarithm has base 2.
# line: 34
# foreseen: unknown
import numpy as np
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
def forward(w, x):
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])
def backward(w, x, slope):
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)
def half_sum(o, t):
    return 0.5 * np.sum((o - t) ** 2)
def loss_of_outputs(o, t):
    return cross_entropy(softmax(o), t)


def mean_squared_error(o, y):
    rows, columns = o.shape
    return ((o - y) ** 2).sum() / (rows * columns)

def mean_squared_slope(o, y):
    return 2 * (o - y) / o.size

def softmax(o):
    top = np.exp(o - o.max())
    return top / top.sum()

def cross_entropy(s, t):
    return -t.dot(np.log2(s))

def cross_entropy_slope(o, t, s):
    return s * t.sum() - t

def failed_conditions(targets):
    negative = (targets < 0).any(axis=1)
    odd_sum = ~np.isclose(targets.sum(axis=1), 1.0)
    return negative, odd_sum

def train(w, x, t, step, rounds):
    losses, errors = [], []
    for _ in range(rounds):
        o = forward(w, x)
        s = softmax(o)
        losses.append(cross_entropy(s, t))
        errors.append(half_sum(o, t))
        w = w - step * backward(w, x, cross_entropy_slope(o, t, s))
    return w, losses, errors
