# kind: double
# task: train
# task: epochs_needed
# truth: Only every second sample is used.
# truth: Epochs are counted from 0.
# line: 26, 32
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
        for sample in list(zip(xs, ys))[::2]:
            last, _ = learn(w, *sample, lr)
        return last
    return [epoch() for _ in range(epochs)]

def epochs_needed(history, goal):
    return next((n for n, value in enumerate(history) if value <= goal), 0)
