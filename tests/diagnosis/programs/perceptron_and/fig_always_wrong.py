# kind: wrong
# task: train
# truth: Only samples that are decided wrongly make a step.
# line: 31
# foreseen: unknown
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


from functools import reduce
from operator import mul


def predict(x1, x2, w1, w2, b):
    return sum(map(mul, (x1, x2, 1.0), (w1, w2, b)))


def decide(prediction):
    match prediction > 0:
        case True:
            return 1
        case _:
            return -1


def slopes(x1, x2, target, prediction):
    pull = (prediction - target) + (prediction - target)
    return tuple(pull * part for part in (x1, x2, 1))


def once(weights, sample, lr):
    if decide(predict(*sample[:2], *weights)) == sample[2]:
        return weights
    return [w - lr * s for w, s in zip(weights, slopes(*sample, predict(*sample[:2], *weights)))]


def train(samples, w1, w2, b, lr, epochs):
    walk = [sample for _ in range(epochs) for sample in samples]
    return tuple(reduce(lambda weights, sample: once(weights, sample, lr), walk, [w1, w2, b]))
