# kind: wrong
# task: train
# truth: All predictions are made at the beginning of the epoch, so later samples do not meet the moved parameters.
# line: 29
# foreseen: unknown
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


def decide(prediction):
    if prediction > 0:
        return 1
    else:
        return -1


def slopes(x1, x2, target, prediction):
    error = prediction - target
    return 2 * error * x1, 2 * error * x2, 2 * error


def train(samples, w1, w2, b, lr, epochs):
    for epoch in range(epochs):
        preds = [predict(x1, x2, w1, w2, b) for x1, x2, _ in samples]
        for p, (x1, x2, target) in zip(preds, samples):
            dw1, dw2, db = slopes(x1, x2, target, p)
            w1 -= lr * dw1
            w2 -= lr * dw2
            b -= lr * db
    return w1, w2, b
