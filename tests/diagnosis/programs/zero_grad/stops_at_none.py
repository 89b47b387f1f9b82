# kind: wrong
# task: zero_grad
# truth: The function returns at the first buffer that is None, so the buffers after it are not cleared.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is None:
            return
        p.grad.zero_()
