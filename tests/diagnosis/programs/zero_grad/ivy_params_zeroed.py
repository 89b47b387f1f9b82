# kind: wrong
# task: zero_grad
# truth: the values are zeroed too
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    with torch.no_grad():
        for p in parameters:
            p.zero_()
            p.grad = None
