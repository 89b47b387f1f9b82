# kind: wrong
# task: zero_grad
# truth: The map is never walked through.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    def clear(p):
        p.grad = None
    map(clear, parameters)
