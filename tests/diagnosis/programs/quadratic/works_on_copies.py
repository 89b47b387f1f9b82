# kind: wrong
# task: train
# truth: The training moves copies of the parameters; the caller's tensors stay as they were.
# line: 25
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
        p.grad = None


def train(parameters, xs, ys, lr, epochs):
    params = [p.detach().clone().requires_grad_(True) for p in parameters]
    history = []
    for _ in range(epochs):
        for i in range(len(xs)):
            error = loss(forward(xs[i], *params), ys[i])
            if torch.isnan(error) or torch.isinf(error):
                return history
            error.backward()
            update(params, lr)
        history.append(float(error))
    return history
