# kind: wrong
# task: slopes
# truth: slope of b multiplied by the prediction
# line: 22
# foreseen: unknown
# This exercise is solved without torch.


samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return x1 * w1 + x2 * w2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    d = 2 * (prediction - target)
    return d * x1, d * x2, d * prediction


def train(samples, w1, w2, b, lr, epochs):
    for _ in range(epochs):
        for x1, x2, t in samples:
            p = predict(x1, x2, w1, w2, b)
            g1, g2, gb = slopes(x1, x2, t, p)
            w1, w2, b = w1 - lr * g1, w2 - lr * g2, b - lr * gb
    return w1, w2, b
