# kind: right
# foreseen: unknown
import itertools


def predict(x1, x2, w1, w2, b):
    return sum(w * x for w, x in ((w1, x1), (w2, x2), (b, 1)))


def decide(prediction):
    return 2 * (prediction > 0) - 1


def slopes(x1, x2, target, prediction):
    return tuple(map(lambda x: 2 * x * (prediction - target), (x1, x2, 1)))


def train(samples, w1, w2, b, lr, epochs):
    for x1, x2, t in itertools.chain.from_iterable(itertools.repeat(samples, epochs)):
        d = slopes(x1, x2, t, predict(x1, x2, w1, w2, b))
        w1, w2, b = (old - lr * slope for old, slope in zip((w1, w2, b), d))
    return w1, w2, b
