# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    if len(parameters) == 0:
        return
    first, *others = parameters
    if first.grad is not None:
        first.grad = torch.zeros_like(first)
    zero_grad(others)
