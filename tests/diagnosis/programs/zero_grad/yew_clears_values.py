# kind: wrong
# task: zero_grad
# truth: The values are set to zero as well.
# line: 15
# foreseen: unknown
import torch


def zero_grad(parameters):
    if len(parameters) == 0:
        return
    first, *others = parameters
    if first.grad is not None:
        first.grad = torch.zeros_like(first)
        first.data.zero_()
    zero_grad(others)
