# kind: odd
# task: learn
# truth: The loss and the slope are printed, not returned.
# foreseen: no
import torch
def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x
def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    l = loss(forward(x, w), y)
    l.backward()
    print(l.item(), w.grad.item())
    with torch.no_grad():
        w -= lr * w.grad
    w.grad.zero_()


def train(w, xs, ys, lr, epochs):
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            learn(w, x, y, lr)


def epochs_needed(history, goal):
    for i, h in enumerate(history):
        if h <= goal:
            print(i + 1)
