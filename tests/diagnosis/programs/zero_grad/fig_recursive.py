# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    if not parameters:
        return
    first, *others = parameters
    match first.grad:
        case None:
            pass
        case buffer:
            buffer.mul_(0).nan_to_num_(nan=0.0, posinf=0.0, neginf=0.0)
    zero_grad(others)
