# kind: wrong
# task: train
# truth: The loss of each epoch's first sample goes into the history instead of that of the last.
# line: 32
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    opt = torch.optim.SGD([w], lr=lr)
    opt.zero_grad()
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    opt.step()
    opt.zero_grad()
    return error.item(), slope


def train(w, xs, ys, lr, epochs):
    history = []
    for e in range(epochs):
        losses = [learn(w, x, y, lr)[0] for x, y in zip(xs, ys)]
        history.append(losses[0])
    return history


def epochs_needed(history, goal):
    reached = [n for n, value in enumerate(history, start=1) if value <= goal]
    return reached[0] if reached else 0
