# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in list(parameters):
        g = p.grad
        if g is not None:
            g[...] = 0
