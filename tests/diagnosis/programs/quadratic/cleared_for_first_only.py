# kind: wrong
# task: train
# truth: Only the first parameter's gradient is cleared; those of w2 and b go on adding up.
# line: 21
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return (w1 * x + w2) * x + b


def loss(prediction, y):
    diff = y - prediction
    return diff * diff


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad.data
    parameters[0].grad = None


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    history = []
    for _ in range(epochs):
        for i in range(len(xs)):
            error = loss(forward(xs[i], w1, w2, b), ys[i])
            if torch.isnan(error) or torch.isinf(error):
                return history
            error.backward()
            update(parameters, lr)
        history.append(float(error))
    return history
