# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        g = p.grad
        if g is not None:
            g.detach_()
            g *= 0
