# kind: wrong
# task: zero_grad
# truth: mul without an underscore makes a new tensor, which is thrown away; the buffers keep their content.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.mul(0.0)
