# kind: wrong
# task: zero_grad
# truth: The buffers are halved.
# line: 12
# foreseen: no
import torch


def zero_grad(parameters):
    full = filter(lambda p: p.grad is not None, parameters)
    for buffer in [p.grad for p in full]:
        buffer.div_(2)
