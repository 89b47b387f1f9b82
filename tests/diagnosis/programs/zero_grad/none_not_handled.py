# kind: wrong
# task: zero_grad
# truth: A buffer that is None is not skipped, so the function stops with an error there.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        p.grad.zero_()
