# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.detach_()
            p.grad.zero_()
