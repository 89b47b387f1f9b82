# kind: wrong
# task: train
# truth: The loss is computed again after the step.
# line: 27
# foreseen: unknown
import numpy as np
import torch


def forward(x, w1, w2, b):
    return (w1 * x + w2) * x + b

def loss(prediction, y):
    return torch.square(prediction - y)

def train(parameters, xs, ys, lr, epochs):
    finished = []
    while len(finished) < epochs:
        for x, y in zip(xs, ys):
            error = loss(forward(x, *parameters), y)
            if not torch.isfinite(error):
                return finished
            slopes = torch.autograd.grad(error, parameters)
            with torch.no_grad():
                for p, s in zip(parameters, slopes):
                    p.add_(s, alpha=-lr)
        finished.append(loss(forward(x, *parameters), y).item())
    return finished
