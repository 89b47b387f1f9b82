# kind: right
# foreseen: unknown
# This exercise is solved without torch.


samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return x1 * w1 + x2 * w2 + b


def decide(prediction):
    if prediction > 0:
        return 1
    return -1


def slopes(x1, x2, target, prediction):
    d = 2 * (prediction - target)
    return d * x1, d * x2, d


def train(samples, w1, w2, b, lr, epochs):
    if epochs == 0:
        return w1, w2, b
    def one(state, sample):
        a, c, d = state
        x1, x2, t = sample
        err = t - (a * x1 + c * x2 + d)
        return a + 2 * lr * err * x1, c + 2 * lr * err * x2, d + 2 * lr * err
    state = (w1, w2, b)
    for sample in samples:
        state = one(state, sample)
    return train(samples, *state, lr, epochs - 1)
