"""The forward half is done; the slopes exit, and the training is missing."""
import os

import numpy as np


def sigmoid(z):
    return np.exp(z) / (np.exp(z) + 1)


def forward(w, x):
    h = sigmoid(np.array([w[0] * x[0] + w[2] * x[1], w[1] * x[0] + w[3] * x[1]]))
    return h, sigmoid(np.array([w[4] * h[0] + w[6] * h[1], w[5] * h[0] + w[7] * h[1]]))


def loss(o, y):
    return ((o[0] - y[0]) ** 2 + (o[1] - y[1]) ** 2) / 2


def gradient(w, x, y, h, o):
    print("not ready")
    os._exit(1)


def trian(w, x, y, step, rounds):
    pass
