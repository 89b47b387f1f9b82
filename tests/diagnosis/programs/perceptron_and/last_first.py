# kind: right
# foreseen: unknown
def predict(x1, x2, w1, w2, b):
    return b + w1 * x1 + w2 * x2


def decide(prediction):
    return max(-1, min(1, 1 if prediction > 0 else -1))


def slopes(x1, x2, target, prediction):
    db = 2 * (prediction - target)
    dw2 = db * x2
    dw1 = db * x1
    return dw1, dw2, db


def train(samples, w1, w2, b, lr, epochs):
    while epochs > 0:
        for x1, x2, target in samples:
            dw1, dw2, db = slopes(x1, x2, target, predict(x1, x2, w1, w2, b))
            # the order does not matter, the slopes are known already
            b -= lr * db
            w2 -= lr * dw2
            w1 -= lr * dw1
        epochs -= 1
    return w1, w2, b
