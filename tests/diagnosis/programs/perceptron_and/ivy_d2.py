# kind: double
# task: train
# task: train
# truth: the rate decays in every epoch
# truth: b steps uphill
# line: 30
# line: 36
# foreseen: unknown
# This exercise is solved without torch.


samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return x1 * w1 + x2 * w2 + b


def decide(prediction):
    return 1 if prediction > 0 else -1


def slopes(x1, x2, target, prediction):
    d = 2 * (prediction - target)
    return d * x1, d * x2, d


def train(samples, w1, w2, b, lr, epochs):
    for epoch in range(epochs):
        lr = lr * 0.9
        for x1, x2, t in samples:
            p = predict(x1, x2, w1, w2, b)
            s1, s2, s3 = slopes(x1, x2, t, p)
            w1 = w1 - lr * s1
            w2 = w2 - lr * s2
            b = b + lr * s3
    return w1, w2, b
