# kind: wrong
# task: zero_grad
# truth: The buffers are filled with ones instead of zeros.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        p.grad = torch.ones_like(p)
