# kind: wrong
# task: update_step
# truth: The return stands inside the loop, so only the first parameter is moved.
# line: 14
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad
                return
