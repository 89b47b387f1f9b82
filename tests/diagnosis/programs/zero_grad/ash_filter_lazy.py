# kind: odd
# task: zero_grad
# truth: The generator is never run.
# line: 11
# foreseen: yes
import torch


def zero_grad(parameters):
    full = filter(lambda p: p.grad is not None, parameters)
    return (p.grad.zero_() for p in full)
