# kind: wrong
# task: train
# truth: The noted loss is computed again after the step, at the moved parameters.
# line: 45
# foreseen: unknown
import torch


class Curve:
    def __init__(self, parameters):
        self.parameters = parameters

    def __call__(self, x):
        return forward(x, *self.parameters)

    def step(self, lr):
        with torch.no_grad():
            for p in self.parameters:
                p.copy_(p - lr * p.grad)

    def clear(self):
        for p in self.parameters:
            p.grad = None


def forward(x, w1, w2, b):
    return sum([w1 * x**2, w2 * x, b])


def loss(prediction, y):
    return (y - prediction) ** 2


def train(parameters, xs, ys, lr, epochs):
    curve = Curve(parameters)
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error = loss(curve(x), y)
            if not bool(torch.isfinite(error)):
                return losses
            error.backward()
            curve.step(lr)
            curve.clear()
        losses.append(loss(curve(x), y).item())
    return losses
