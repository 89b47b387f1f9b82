# kind: wrong
# task: loss
# truth: loss is the Huber loss, which grows only linearly for errors larger than 1 and halves small squares.
# line: 15
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return (w1 * x + w2) * x + b


def loss(prediction, y):
    target = torch.as_tensor(y, dtype=prediction.dtype)
    return torch.nn.functional.huber_loss(prediction, target)


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad.data
        p.grad = None


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
