# kind: wrong
# task: update_step
# truth: The loop is left at the first parameter without a gradient, so those after it are not moved.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is None:
                break
            p -= lr * p.grad
