# kind: wrong
# task: stuck_weights
# truth: the slopes at two targets on either side of the outputs are added with their signs and cancel, so every weight counts as stuck
# line: 85 or 84
# foreseen: unknown
import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


# ReLU 网络


def relu(z):
    # 大于零保留
    z = np.asarray(z, dtype=float)
    result = np.zeros_like(z)
    result[z > 0] = z[z > 0]
    return result


def forward(w, x):
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    z_h1 = w1 * x[0] + w3 * x[1]
    z_h2 = w2 * x[0] + w4 * x[1]
    h = relu(np.array([z_h1, z_h2]))
    z_o1 = w5 * h[0] + w7 * h[1]
    z_o2 = w6 * h[0] + w8 * h[1]
    o = relu(np.array([z_o1, z_o2]))
    return h, o


def gradient(w, x, y, h, o):
    # 输出层
    d1 = o[0] - y[0]
    if o[0] <= 0:
        d1 = 0.0
    d2 = o[1] - y[1]
    if o[1] <= 0:
        d2 = 0.0
    # 隐藏层
    b1 = d1 * w[4] + d2 * w[5]
    if h[0] <= 0:
        b1 = 0.0
    b2 = d1 * w[6] + d2 * w[7]
    if h[1] <= 0:
        b2 = 0.0
    g = np.zeros(8)
    g[0] = b1 * x[0]
    g[1] = b2 * x[0]
    g[2] = b1 * x[1]
    g[3] = b2 * x[1]
    g[4] = d1 * h[0]
    g[5] = d2 * h[0]
    g[6] = d1 * h[1]
    g[7] = d2 * h[1]
    return g


def dead_nodes(w, xs):
    # 每个节点的最大值
    best = np.zeros(4)
    for x in xs:
        h, o = forward(w, x)
        now = np.array([h[0], h[1], o[0], o[1]])
        best = np.maximum(best, now)
    return best == 0


def stuck_weights(w, xs):
    # 目标取一个永远达不到的值
    total = np.zeros(8)
    for x in xs:
        h, o = forward(w, x)
        for y in (2 * o + 1.0, -1.0 * np.ones(2)):
            total += gradient(w, x, np.array(y), h, o)
    return total == 0
