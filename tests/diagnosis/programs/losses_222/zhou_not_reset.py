# kind: wrong
# task: failed_conditions
# truth: the running sum is not set back to 0 for the next row
# line: 95 or 89
# foreseen: unknown
import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def backward(w, x, slope):
    """Return a loss's slopes for w1 … w8, given its slopes for the two outputs."""
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)


def half_sum(o, t):
    """Return half the sum of the squared errors of two outputs, one number."""
    return 0.5 * np.sum((o - t) ** 2)


def loss_of_outputs(o, t):
    """Return the cross-entropy as a function of the outputs: one number."""
    return cross_entropy(softmax(o), t)


# 均方误差


def mean_squared_error(o, y):
    n, k = o.shape
    total = 0.0
    for i in range(n):
        for j in range(k):
            total += (o[i, j] - y[i, j]) ** 2
    return total / (n * k)


def mean_squared_slope(o, y):
    n, k = o.shape
    slope = np.zeros((n, k))
    for i in range(n):
        for j in range(k):
            slope[i, j] = 2 * (o[i, j] - y[i, j]) / (n * k)
    return slope


def softmax(o):
    # 减去最大值
    shifted = o - np.max(o)
    e = [np.exp(v) for v in shifted]
    bottom = sum(e)
    return np.array([v / bottom for v in e])


def cross_entropy(s, t):
    # 交叉熵
    loss = 0.0
    for i in range(len(s)):
        loss -= t[i] * np.log(s[i])
    return loss


def cross_entropy_slope(o, t, s):
    k = len(o)
    slope = np.zeros(k)
    for i in range(k):
        for j in range(k):
            if i == j:
                slope[i] -= t[j] * (1 - s[i])
            else:
                slope[i] += t[j] * s[i]
    return slope


def failed_conditions(targets):
    negative = []
    not_one = []
    total = 0.0
    for row in targets:
        below = False
        for v in row:
            if v < 0:
                below = True
            total += v
        negative.append(below)
        not_one.append(abs(total - 1) > 1e-8)
    return negative, not_one


def train(w, x, t, step, rounds):
    ce, se = [], []
    weights = w.copy()
    for r in range(rounds):
        o = forward(weights, x)
        s = softmax(o)
        ce.append(cross_entropy(s, t))
        se.append(half_sum(o, t))
        weights = weights - step * backward(weights, x, cross_entropy_slope(o, t, s))
    return weights, ce, se
