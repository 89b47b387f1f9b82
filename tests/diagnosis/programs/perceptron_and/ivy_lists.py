# kind: right
# foreseen: unknown
# This exercise is solved without torch.


samples_of_and = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]


def predict(x1, x2, w1, w2, b):
    return sum(x * w for x, w in zip((x1, x2, 1), (w1, w2, b)))


def decide(prediction):
    return 2 * int(prediction > 0) - 1


def slopes(x1, x2, target, prediction):
    return [2 * (prediction - target) * x for x in (x1, x2, 1)]


def train(samples, w1, w2, b, lr, epochs):
    params = [w1, w2, b]
    while epochs:
        for *xs, t in samples:
            params = [p - lr * s for p, s in zip(params, slopes(*xs, t, predict(*xs, *params)))]
        epochs -= 1
    return tuple(params)
