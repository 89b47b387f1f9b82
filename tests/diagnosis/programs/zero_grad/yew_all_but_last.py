# kind: wrong
# task: zero_grad
# truth: The last parameter of the list is never cleared.
# line: 10
# foreseen: unknown
import torch


def zero_grad(parameters):
    if len(parameters) == 1:
        return
    first, *others = parameters
    if first.grad is not None:
        first.grad = torch.zeros_like(first)
    zero_grad(others)
