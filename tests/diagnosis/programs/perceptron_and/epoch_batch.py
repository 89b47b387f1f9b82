# kind: wrong
# task: train
# truth: The slopes of all samples are added up and the parameters move once at the end of each epoch.
# line: 34
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
        g1 = g2 = g3 = 0.0
        for x1, x2, target in samples:
            p = predict(x1, x2, w1, w2, b)
            dw1, dw2, db = slopes(x1, x2, target, p)
            g1 += dw1
            g2 += dw2
            g3 += db
        w1 -= lr * g1
        w2 -= lr * g2
        b -= lr * g3
    return w1, w2, b
