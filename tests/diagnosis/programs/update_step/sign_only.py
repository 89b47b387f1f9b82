# kind: wrong
# task: update_step
# truth: Only the sign of the gradient is used, so every entry moves by exactly lr.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad.sign()
