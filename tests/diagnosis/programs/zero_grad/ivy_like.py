# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    list(map(lambda p: setattr(p, "grad", torch.zeros_like(p)), parameters))
