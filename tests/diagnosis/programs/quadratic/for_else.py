# kind: right
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return torch.stack([w1, w2, b]) @ torch.tensor([x * x, x, 1.0], dtype=w1.dtype)


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error = loss(forward(x, *parameters), y)
            if not torch.isfinite(error):
                break
            error.backward()
            with torch.no_grad():
                for p in parameters:
                    p -= lr * p.grad
            for p in parameters:
                p.grad.zero_()
        else:
            losses.append(error.item())
            continue
        break
    return losses
