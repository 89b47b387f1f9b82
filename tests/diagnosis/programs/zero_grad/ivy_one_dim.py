# kind: wrong
# task: zero_grad
# truth: only the first entry of the buffer cleared
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.view(-1)[0] = 0
