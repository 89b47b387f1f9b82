# kind: wrong
# task: zero_grad
# truth: The buffers are filled with a tiny number, not 0.
# line: 12
# foreseen: no
import torch


def zero_grad(parameters):
    full = filter(lambda p: p.grad is not None, parameters)
    for buffer in [p.grad for p in full]:
        buffer.fill_(1e-3)
