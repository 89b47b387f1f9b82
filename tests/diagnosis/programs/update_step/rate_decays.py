# kind: wrong
# task: update_step
# truth: The learning rate is halved after each parameter, so later ones take shorter steps.
# line: 14
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad
                lr = lr / 2
