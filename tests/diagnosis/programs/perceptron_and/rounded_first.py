# kind: wrong
# task: decide
# truth: The prediction is rounded to a whole number before it is compared, so small positive ones count as no.
# line: 14
# foreseen: unknown
samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


def decide(prediction):
    return 1 if round(prediction) > 0 else -1


def slopes(x1, x2, target, prediction):
    error = prediction - target
    return 2 * error * x1, 2 * error * x2, 2 * error


def train(samples, w1, w2, b, lr, epochs):
    for epoch in range(epochs):
        for x1, x2, target in samples:
            p = predict(x1, x2, w1, w2, b)
            dw1, dw2, db = slopes(x1, x2, target, p)
            w1 -= lr * dw1
            w2 -= lr * dw2
            b -= lr * db
    return w1, w2, b
