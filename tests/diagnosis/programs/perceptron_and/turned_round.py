# kind: wrong
# task: decide
# truth: The answers are exchanged: -1 for a positive prediction and 1 for the others.
# line: 16 or 15
# foreseen: unknown
def predict(x1, x2, w1, w2, b):
    total = b
    for weight, value in zip([w1, w2], [x1, x2]):
        total = total + weight * value
    return total


def decide(prediction):
    answer = 1
    if prediction > 0:
        answer = -1
    return answer


def slopes(x1, x2, target, prediction):
    outer = 2 * (prediction - target)
    return [outer * inner for inner in (x1, x2, 1)]


def train(samples, w1, w2, b, lr, epochs):
    params = [w1, w2, b]
    for _ in range(epochs):
        for i in range(len(samples)):
            x1, x2, target = samples[i]
            grads = slopes(x1, x2, target, predict(x1, x2, *params))
            params = [p - lr * g for p, g in zip(params, grads)]
    return tuple(params)
