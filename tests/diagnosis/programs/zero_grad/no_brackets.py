# kind: wrong
# task: zero_grad
# truth: zero_ is only named and not called, because its brackets are missing.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.zero_
