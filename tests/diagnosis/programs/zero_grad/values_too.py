# kind: wrong
# task: zero_grad
# truth: The parameters themselves are set to zero as well as their buffers.
# line: 13
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.zero_()
        p.data.zero_()
