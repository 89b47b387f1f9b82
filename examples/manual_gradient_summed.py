"""A careful student who differentiated each sample rightly and then added them all up."""
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x          # d(wx + b)/dw = x


def gradient(w, b, x, y):
    dw = 0
    db = 0
    for xi, yi in zip(x, y):
        p = w * xi + b
        link = dloss_dprediction(p, yi)
        dw += link * xi          # chain rule
        db += link * 1
    return dw, db


# the loss goes down, so it must be right :)
w, b = 0.0, 0.0
x = np.array([1.0, 2.0, 3.0])
y = 2 * x
for epoch in range(20):
    dw, db = gradient(w, b, x, y)
    w, b = w - 0.01 * dw, b - 0.01 * db
    print(f"epoch {epoch}: w = {w:.4f}, b = {b:.4f}, loss = {loss(w, b, x, y):.6f}")
