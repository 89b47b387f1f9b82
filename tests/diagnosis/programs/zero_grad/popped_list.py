# kind: wrong
# task: zero_grad
# truth: The parameters are taken out of the caller's list while their buffers are cleared, so the list is empty afterwards.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    while parameters:
        p = parameters.pop()
        p.grad = None
