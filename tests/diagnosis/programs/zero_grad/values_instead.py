# kind: wrong
# task: zero_grad
# truth: The parameters are set to zero instead of their gradient buffers.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    with torch.no_grad():
        for p in parameters:
            p.zero_()
