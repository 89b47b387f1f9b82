# kind: double
# task: zero_grad
# task: zero_grad
# truth: The parameter is set to zero together with its buffer.
# truth: Only the first parameter is handled.
# line: 15
# foreseen: unknown
import torch


def zero_grad(parameters):
    p = parameters[0]
    if p.grad is not None:
        p.grad.zero_()
    p.data.zero_()
