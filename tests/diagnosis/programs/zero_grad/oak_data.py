# kind: wrong
# task: zero_grad
# truth: The values are cleared, not the buffers.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    def clear(p):
        p.data.zero_()
    for _ in map(clear, parameters):
        pass
