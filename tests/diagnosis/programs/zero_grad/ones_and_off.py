# kind: double
# task: zero_grad
# task: zero_grad
# truth: The buffers are filled with ones instead of zeros.
# truth: requires_grad is switched off.
# line: 14
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad = torch.ones_like(p.grad)
        p.requires_grad = False
