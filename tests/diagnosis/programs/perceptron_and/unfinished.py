# kind: odd
# task: train
# truth: train was never written: it still raises the stub's NotImplementedError.
# foreseen: unknown
def predict(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    d = 2 * (prediction - target)
    return d * x1, d * x2, d


def train(samples, w1, w2, b, lr, epochs):
    raise NotImplementedError("Write train.")
