# kind: wrong
# task: update_step
# truth: divides the slope by its norm
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad / p.grad.norm()
