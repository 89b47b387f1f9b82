# kind: odd
# task: slopes
# truth: slopes takes a sample and the parameters instead of the four numbers of the page, so the call has too few arguments for it.
# foreseen: unknown
def predict(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(sample, w1, w2, b, lr):
    x1, x2, target = sample
    d = 2 * (predict(x1, x2, w1, w2, b) - target)
    return d * x1, d * x2, d


def train(samples, w1, w2, b, lr, epochs):
    for _ in range(epochs):
        for sample in samples:
            dw1, dw2, db = slopes(sample, w1, w2, b, lr)
            w1, w2, b = w1 - lr * dw1, w2 - lr * dw2, b - lr * db
    return w1, w2, b
