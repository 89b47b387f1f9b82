# kind: wrong
# task: zero_grad
# truth: The sign of every buffer is turned instead of its content being cleared.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.neg_()
