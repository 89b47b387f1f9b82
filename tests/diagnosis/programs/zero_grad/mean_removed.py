# kind: wrong
# task: zero_grad
# truth: The mean of each buffer is subtracted from it, which clears only buffers of equal entries.
# line: 13
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is None:
            continue
        p.grad -= p.grad.mean()
