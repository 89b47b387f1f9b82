# kind: wrong
# task: slopes
# truth: The slopes are 0 where the prediction has the target's sign, which is another loss.
# line: 16 or 15
# foreseen: unknown
def predict(x1, x2, w1, w2, b):
    return b + x1 * w1 + x2 * w2


def decide(prediction):
    return -1 if prediction <= 0 else 1


def slopes(x1, x2, target, prediction):
    if prediction * target > 0:
        db = 0.0
    else:
        db = 2 * (prediction - target)
    return x1 * db, x2 * db, db


def update(params, sample, lr):
    x1, x2, target = sample
    w1, w2, b = params
    dw1, dw2, db = slopes(x1, x2, target, predict(x1, x2, w1, w2, b))
    return w1 - lr * dw1, w2 - lr * dw2, b - lr * db


def train(samples, w1, w2, b, lr, epochs):
    params = (w1, w2, b)
    for k in range(epochs * len(samples)):
        params = update(params, samples[k % len(samples)], lr)
    return params
