# kind: wrong
# task: zero_grad
# truth: Buffers are filled with 1.
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
            buffer.fill_(1.0)
    zero_grad(others)
