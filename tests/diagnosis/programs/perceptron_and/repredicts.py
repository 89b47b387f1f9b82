# kind: wrong
# task: train
# truth: The slopes are worked out anew after each parameter has moved, so w2 and b use parameters that are already new.
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
        for x1, x2, target in samples:
            w1 -= lr * slopes(x1, x2, target, predict(x1, x2, w1, w2, b))[0]
            w2 -= lr * slopes(x1, x2, target, predict(x1, x2, w1, w2, b))[1]
            b -= lr * slopes(x1, x2, target, predict(x1, x2, w1, w2, b))[2]
    return w1, w2, b
