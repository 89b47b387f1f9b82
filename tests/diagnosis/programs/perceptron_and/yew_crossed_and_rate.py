# kind: double
# task: slopes
# task: train
# truth: The inputs are crossed: w1's slope has x2 and w2's has x1.
# truth: One epoch too many is run.
# line: 25, 34
# foreseen: unknown
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


from functools import reduce
from itertools import chain, repeat


def predict(x1, x2, w1, w2, b):
    return sum(v * w for v, w in zip((x1, x2, 1), (w1, w2, b)))


def decide(prediction):
    return 2 * (prediction > 0) - 1


def slopes(x1, x2, target, prediction):
    error = prediction - target
    return 2 * error * x2, 2 * error * x1, 2 * error


def train(samples, w1, w2, b, lr, epochs):
    def move(place, sample):
        x1, x2, target = sample
        prediction = predict(x1, x2, *place)
        return tuple(p - lr * s for p, s in zip(place, slopes(x1, x2, target, prediction)))

    return reduce(move, chain.from_iterable(repeat(samples, epochs + 1)), (w1, w2, b))
