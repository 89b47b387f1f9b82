# kind: wrong
# task: gradient
# truth: delta_h2 uses delta_o1 on both roads
# line: 38
# foreseen: no
import numpy as np


def network_loss(w, x, y):
    h, o = forward(w, x)
    return loss(o, y)


import math

def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))

def forward(w, x):
    (a, b, c, d, e, f, g, k), (p, q) = w, x
    h1 = sigmoid(a * p + c * q)
    h2 = sigmoid(b * p + d * q)
    o1 = sigmoid(e * h1 + g * h2)
    o2 = sigmoid(f * h1 + k * h2)
    return np.array([h1, h2]), np.array([o1, o2])

def loss(o, y):
    total = 0
    for oi, yi in zip(o, y):
        total += 0.5 * (oi - yi) ** 2
    return total

def gradient(w, x, y, h, o):
    w5, w6, w7, w8 = w[4], w[5], w[6], w[7]
    delta_o1 = (o[0] - y[0]) * o[0] * (1 - o[0])
    delta_o2 = (o[1] - y[1]) * o[1] * (1 - o[1])
    delta_h1 = (delta_o1 * w5 + delta_o2 * w6) * h[0] * (1 - h[0])
    delta_h2 = (delta_o1 * w7 + delta_o1 * w8) * h[1] * (1 - h[1])
    return np.array([
        x[0] * delta_h1,
        x[0] * delta_h2,
        x[1] * delta_h1,
        x[1] * delta_h2,
        h[0] * delta_o1,
        h[0] * delta_o2,
        h[1] * delta_o1,
        h[1] * delta_o2,
    ])

def train(w, x, y, step, rounds):
    losses = []
    for r in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        grads = gradient(w, x, y, h, o)
        w = [wi - step * gi for wi, gi in zip(w, grads)]
    return np.array(w), losses
