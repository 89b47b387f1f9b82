# kind: odd
# task: decide
# truth: yes and no are returned.
# line: 20
# foreseen: no
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


from collections import namedtuple
from itertools import chain, repeat

Zustand = namedtuple("Zustand", "w1 w2 b")


def predict(x1, x2, w1, w2, b):
    return sum(p * q for p, q in ((x1, w1), (x2, w2), (1, b)))


def decide(prediction):
    return ("no", "yes")[prediction > 0]


def slopes(x1, x2, target, prediction):
    d = 2 * (prediction - target)
    return d * x1, d * x2, d


def train(samples, w1, w2, b, lr, epochs):
    z = Zustand(w1, w2, b)
    for x1, x2, t in chain.from_iterable(repeat(list(samples), epochs)):
        s = slopes(x1, x2, t, predict(x1, x2, *z))
        z = Zustand(*(p - lr * g for p, g in zip(z, s)))
    return tuple(z)
