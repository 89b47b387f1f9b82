# kind: wrong
# task: zero_grad
# truth: clamp_ with a minimum of 0 clears only the negative entries; positive ones stay.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.clamp_(min=0)
