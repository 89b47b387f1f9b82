# kind: double
# task: slopes
# task: train
# truth: the slopes of w1 and w2 stand in each other's place
# truth: there is one epoch too few
# line: 25
# line: 29
# foreseen: unknown
# This exercise is solved without torch.


samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return x1 * w1 + x2 * w2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    d = 2 * (prediction - target)
    return d * x2, d * x1, d


def train(samples, w1, w2, b, lr, epochs):
    for epoch in range(1, epochs):
        for x1, x2, t in samples:
            d = 2 * (w1 * x1 + w2 * x2 + b - t)
            w1 = w1 - lr * d * x1
            w2 = w2 - lr * d * x2
            b = b - lr * d
    return w1, w2, b
