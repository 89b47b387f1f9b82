# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        del p.grad
