# kind: wrong
# task: zero_grad
# truth: The first parameter is left out.
# line: 11
# foreseen: no
import torch


def zero_grad(parameters):
    full = filter(lambda p: p.grad is not None, parameters)
    for buffer in [p.grad for p in full][1:]:
        buffer.copy_(torch.zeros(()).expand_as(buffer))
