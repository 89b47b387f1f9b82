# kind: wrong
# task: zero_grad
# truth: A buffer is cleared only where the sum of its entries is positive.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None and p.grad.sum() > 0:
            p.grad.zero_()
