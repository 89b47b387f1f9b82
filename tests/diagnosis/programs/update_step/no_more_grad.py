# kind: wrong
# task: update_step
# truth: requires_grad is switched off for the step and not switched on again.
# line: 12
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is not None:
            p.requires_grad = False
            p -= lr * p.grad
