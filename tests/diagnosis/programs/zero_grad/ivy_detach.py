# kind: wrong
# task: zero_grad
# truth: requires_grad turned off
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        p.requires_grad_(False)
        p.grad = None
