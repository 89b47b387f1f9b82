# kind: wrong
# task: zero_grad
# truth: Only the entries smaller than 1 in size are set to zero.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad[p.grad.abs() < 1] = 0
