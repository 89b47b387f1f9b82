# kind: wrong
# task: zero_grad
# truth: The values are cleared with the buffers.
# line: 17
# foreseen: no
import torch


def zero_grad(parameters):
    if not parameters:
        return
    first, *others = parameters
    match first.grad:
        case None:
            pass
        case buffer:
            first.data.mul_(0)
            first.grad = None
    zero_grad(others)
