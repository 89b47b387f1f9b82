# kind: right
# foreseen: no
import numpy as np


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


KANTEN = [("x1", "h1"), ("x1", "h2"), ("x2", "h1"), ("x2", "h2"), ("h1", "o1"), ("h1", "o2"), ("h2", "o1"), ("h2", "o2")]


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def forward(w, x):
    wert = {"x1": x[0], "x2": x[1]}
    for knoten in ("h1", "h2", "o1", "o2"):
        wert[knoten] = sigmoid(sum(wk * wert[a] for wk, (a, e) in zip(w, KANTEN) if e == knoten))
    return np.array([wert["h1"], wert["h2"]]), np.array([wert["o1"], wert["o2"]])


def loss(o, y):
    return sum((a - b) ** 2 for a, b in zip(o, y)) / 2


def gradient(w, x, y, h, o):
    wert = dict(x1=x[0], x2=x[1], h1=h[0], h2=h[1])
    delta = {"o1": (o[0] - y[0]) * o[0] * (1 - o[0]), "o2": (o[1] - y[1]) * o[1] * (1 - o[1])}
    for knoten in ("h1", "h2"):
        zurueck = sum(wk * delta[e] for wk, (a, e) in zip(w, KANTEN) if a == knoten)
        delta[knoten] = zurueck * (wert[knoten] - wert[knoten] ** 2)
    return np.array([wert[a] * delta[e] for a, e in KANTEN])


def train(w, x, y, step, rounds):
    verlauf = []
    for _ in range(rounds):
        h, o = forward(w, x)
        verlauf += [loss(o, y)]
        w = np.subtract(w, step * gradient(w, x, y, h, o))
    return w, verlauf
