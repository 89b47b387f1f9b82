# kind: wrong
# task: train
# truth: The mean loss of the epoch is noted, not the last sample's.
# line: 24
# foreseen: unknown
import torch
def forward(x, w):
    return w * x
def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    error = loss(forward(x, w), y)
    error.backward()
    seen = error.item(), w.grad.item()
    with torch.no_grad():
        w.sub_(w.grad, alpha=lr)
        w.grad.zero_()
    return seen

def train(w, xs, ys, lr, epochs):
    def epoch():
        return sum(learn(w, *s, lr)[0] for s in zip(xs, ys)) / len(xs)
    return [epoch() for _ in range(epochs)]

def epochs_needed(history, goal):
    return next((n for n, value in enumerate(history, 1) if value <= goal), 0)
