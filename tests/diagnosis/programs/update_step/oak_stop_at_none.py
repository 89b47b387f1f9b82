# kind: wrong
# task: update_step
# truth: It stops at a parameter without gradient.
# line: 10
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is None:
                break
            p.copy_(p - p.grad * lr)
