# kind: wrong
# task: decide
# truth: 0 counts as positive.
# line: 15
# foreseen: unknown
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


from functools import reduce

def predict(x1, x2, w1, w2, b):
    return sum(map(lambda pair: pair[0] * pair[1], [(w1, x1), (w2, x2), (b, 1)]))

def decide(prediction):
    return -1 if not prediction >= 0 else 1

def slopes(x1, x2, target, prediction):
    twice = 2 * (prediction - target)
    return twice * x1, twice * x2, twice

def train(samples, w1, w2, b, lr, epochs):
    def visit(parameters, sample):
        x1, x2, target = sample
        found = slopes(x1, x2, target, predict(x1, x2, *parameters))
        return tuple(p - lr * s for p, s in zip(parameters, found))
    return reduce(visit, samples * epochs, (w1, w2, b))
