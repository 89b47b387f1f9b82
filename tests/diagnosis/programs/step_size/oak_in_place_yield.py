# kind: wrong
# task: updates_needed
# truth: The weights are changed in place.
# line: 44
# foreseen: unknown
import numpy as np
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
def forward(w, x):
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])
def loss(o, y):
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2
def gradient(w, x, y):
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return loss(forward(moved, x), y).imag / 1e-20


def updates(w, x, y, step):
    while True:
        yield w
        w = w - step * gradient(w, x, y)

from itertools import islice

def descend(w, x, y, step, rounds):
    *path, final = islice(updates(w, x, y, step), rounds + 1)
    outputs = [forward(v, x) for v in path]
    return final, outputs, [loss(o, y) for o in outputs]

def loss_table(w, x, y, steps, counts):
    rows = []
    for step in steps:
        path = list(islice(updates(w, x, y, step), max(counts) + 1))
        rows.append([loss(forward(path[c], x), y) for c in counts])
    return rows

def updates_needed(w, x, y, step, goal, limit):
    n = 0
    while loss(forward(w, x), y) > goal:
        if n == limit:
            return -1
        w -= step * gradient(w, x, y)
        n += 1
    return n

def best_steps(table, steps):
    return [steps[i] for i in np.asarray(table).argmin(axis=0)]

def first_departure(trace, w, x, y, step):
    for i, (printed, v) in enumerate(zip(trace, updates(w, x, y, step))):
        if np.abs(printed - forward(v, x)).max() > 1e-4:
            return i
    return -1
