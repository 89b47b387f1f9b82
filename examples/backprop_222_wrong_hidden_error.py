"""The student of note 004: the loss falls in every round, and four of the eight gradients are wrong."""
import numpy as np


def sigmoid(z):
    a = 1 / (1 + np.exp(-z))
    return a


def forward(w, x):
    x1, x2 = x
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    in_h1 = w1 * x1 + w3 * x2
    out_h1 = sigmoid(in_h1)
    in_h2 = w2 * x1 + w4 * x2
    out_h2 = sigmoid(in_h2)

    in_o1 = w5 * out_h1 + w7 * out_h2
    out_o1 = sigmoid(in_o1)
    in_o2 = w6 * out_h1 + w8 * out_h2
    out_o2 = sigmoid(in_o2)
    return np.array([out_h1, out_h2]), np.array([out_o1, out_o2])


def loss(o, y):
    return (1 / 2) * (o[0] - y[0])**2 + (1 / 2) * (o[1] - y[1])**2


def gradient(w, x, y, h, o):
    x1, x2 = x
    out_h1, out_h2 = h
    out_o1, out_o2 = o
    # output layer
    d_o1 = out_o1 - y[0]
    d_o2 = out_o2 - y[1]
    d_w5 = d_o1 * out_o1 * (1 - out_o1) * out_h1
    d_w7 = d_o1 * out_o1 * (1 - out_o1) * out_h2
    d_w6 = d_o2 * out_o2 * (1 - out_o2) * out_h1
    d_w8 = d_o2 * out_o2 * (1 - out_o2) * out_h2
    # hidden layer: the error comes back from both outputs
    d_w1 = (d_w5 + d_w6) * out_h1 * (1 - out_h1) * x1
    d_w3 = (d_w5 + d_w6) * out_h1 * (1 - out_h1) * x2
    d_w2 = (d_w7 + d_w8) * out_h2 * (1 - out_h2) * x1
    d_w4 = (d_w7 + d_w8) * out_h2 * (1 - out_h2) * x2
    return np.array([d_w1, d_w2, d_w3, d_w4, d_w5, d_w6, d_w7, d_w8])


def train(w, x, y, step, rounds):
    w = np.array(w, dtype=float)
    losses = []
    for i in range(rounds):
        h, o = forward(w, x)
        losses.append(loss(o, y))
        w = w - step * gradient(w, x, y, h, o)
        print("round", i, "loss", round(losses[-1], 5), "outputs", o.round(5))
    return w, losses


if __name__ == "__main__":
    weights = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8])
    train(weights, np.array([0.5, 0.3]), np.array([0.23, -0.07]), 10, 10)
