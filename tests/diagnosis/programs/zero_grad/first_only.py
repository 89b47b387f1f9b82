# kind: wrong
# task: zero_grad
# truth: The return stands inside the loop, so only the first parameter is looked at.
# line: 13
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.zero_()
        return
