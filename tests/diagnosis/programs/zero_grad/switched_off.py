# kind: wrong
# task: zero_grad
# truth: After clearing, requires_grad is switched off, so the parameters can no longer be trained.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        p.grad = None
        p.requires_grad_(False)
