# kind: right
# foreseen: no
import torch


def zero_grad(parameters):
    for p in parameters:
        match p.grad:
            case None:
                pass
            case g if g.ndim == 0:
                g.mul_(0)
            case g:
                g[...] = 0
