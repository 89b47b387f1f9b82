# kind: wrong
# task: zero_grad
# truth: After each parameter the next one is passed over.
# line: 12
# foreseen: no
import torch


def zero_grad(parameters):
    if not parameters:
        return
    first, *others = parameters
    others = others[1:]
    match first.grad:
        case None:
            pass
        case buffer:
            buffer.mul_(0).nan_to_num_(nan=0.0, posinf=0.0, neginf=0.0)
    zero_grad(others)
