# kind: wrong
# task: train
# truth: A copy of w is trained; the caller's tensor does not move.
# line: 23
# foreseen: unknown
import torch
def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x
def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    cost = loss(forward(x, w), y)
    (slope,) = torch.autograd.grad(cost, w)
    w.data = w.data - lr * slope
    return float(cost), float(slope)


def train(w, xs, ys, lr, epochs):
    w = w.detach().clone().requires_grad_()

    def walk():
        return [learn(w, x, y, lr) for x, y in zip(xs, ys)]

    return [walk()[-1][0] for _ in range(epochs)]


def epochs_needed(history, goal):
    return next((number for number, value in enumerate(history, start=1) if not value > goal), 0)
