# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    def clear(p):
        p.grad = None
    for _ in map(clear, parameters):
        pass
