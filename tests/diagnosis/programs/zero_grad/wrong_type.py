# kind: odd
# task: zero_grad
# truth: The number 0 is assigned to the buffer, which PyTorch refuses with a TypeError.
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        p.grad = 0
