# kind: right
# foreseen: no
import torch


def zero_grad(parameters):
    full = filter(lambda p: p.grad is not None, parameters)
    for buffer in [p.grad for p in full]:
        buffer.copy_(torch.zeros(()).expand_as(buffer))
