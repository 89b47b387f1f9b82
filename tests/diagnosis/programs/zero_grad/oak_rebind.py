# kind: wrong
# task: zero_grad
# truth: A local name is bound to None.
# line: 12
# foreseen: unknown
import torch


def zero_grad(parameters):
    def clear(p):
        grad = p.grad
        grad = None
    for _ in map(clear, parameters):
        pass
