# kind: wrong
# task: batch_gradient
# truth: the slope of b2 is not divided by n
# line: 68
# foreseen: unknown
import numpy as np


def sample_loss(w1, b1, w2, b2, x, y):
    """Return the loss of one sample as a function of the four parameters: one number."""
    _, prediction = forward(w1, b1, w2, b2, x)
    return np.sum((prediction - y) ** 2)


def batch_loss(w1, b1, w2, b2, x, y):
    """Return the mean of the losses of all samples, one in each row of x and y."""
    return np.mean([sample_loss(w1, b1, w2, b2, one, target) for one, target in zip(x, y)])


# 两层线性网络


def forward(w1, b1, w2, b2, x):
    m = len(b1)
    k = len(b2)
    h = np.zeros(m)
    for i in range(m):
        h[i] = b1[i]
        for j in range(len(x)):
            h[i] += w1[i, j] * x[j]
    p = np.zeros(k)
    for i in range(k):
        p[i] = b2[i]
        for j in range(m):
            p[i] += w2[i, j] * h[j]
    return h, p


def gradient(w1, b1, w2, b2, x, y, h, prediction):
    m, d = w1.shape
    k = w2.shape[0]
    g = [2 * (prediction[i] - y[i]) for i in range(k)]
    # 第二层
    dw2 = np.zeros((k, m))
    for i in range(k):
        for j in range(m):
            dw2[i, j] = g[i] * h[j]
    # 隐藏层
    e = np.zeros(m)
    for j in range(m):
        for i in range(k):
            e[j] += g[i] * w2[i, j]
    # 第一层
    dw1 = np.zeros((m, d))
    for i in range(m):
        for j in range(d):
            dw1[i, j] = e[i] * x[j]
    return dw1, e, dw2, np.array(g)


def batch_gradient(w1, b1, w2, b2, x, y, h, prediction):
    n = len(x)
    sums = [np.zeros_like(w1), np.zeros_like(b1), np.zeros_like(w2), np.zeros_like(b2)]
    for s in range(n):
        parts = gradient(w1, b1, w2, b2, x[s], y[s], h[s], prediction[s])
        for q in range(4):
            sums[q] = sums[q] + parts[q]
    return sums[0] / n, sums[1] / n, sums[2] / n, sums[3]


def collapse(w1, b1, w2, b2):
    k, m = w2.shape
    d = w1.shape[1]
    w = np.zeros((k, d))
    b = np.zeros(k)
    for i in range(k):
        for j in range(d):
            for q in range(m):
                w[i, j] += w2[i, q] * w1[q, j]
        for q in range(m):
            b[i] += w2[i, q] * b1[q]
        b[i] += b2[i]
    return w, b
