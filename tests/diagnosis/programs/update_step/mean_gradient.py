# kind: wrong
# task: update_step
# truth: Every entry of a parameter moves by the mean of its gradient instead of by its own slope.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                step = lr * p.grad.mean()
                p.sub_(step)
