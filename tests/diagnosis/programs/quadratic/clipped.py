# kind: wrong
# task: train
# truth: Every slope is clipped to the range from -5 to 5 before the step.
# line: 28
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    powers = [x**2, x, 1]
    total = 0
    for weight, power in zip([w1, w2, b], powers):
        total = total + weight * power
    return total


def loss(prediction, y):
    return torch.square(prediction - y)


def one_epoch(parameters, xs, ys, lr):
    """Returns the last loss, or None if the numbers ran away."""
    for x, y in zip(xs, ys):
        l = loss(forward(x, *parameters), y)
        if not torch.isfinite(l):
            return None
        l.backward()
        torch.nn.utils.clip_grad_value_(parameters, 5.0)
        with torch.no_grad():
            for p in parameters:
                p -= p.grad * lr
        for p in parameters:
            p.grad = None
    return l.item()


def train(parameters, xs, ys, lr, epochs):
    losses = []
    while len(losses) < epochs:
        last = one_epoch(parameters, xs, ys, lr)
        if last is None:
            break
        losses.append(last)
    return losses
