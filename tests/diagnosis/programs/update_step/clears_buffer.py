# kind: wrong
# task: update_step
# truth: The gradient buffers are set to zero after the step, although a step must leave them as they are.
# line: 14
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad
                p.grad.zero_()
