# kind: right
# foreseen: unknown
import torch

clear = lambda p: setattr(p, "grad", None)


def zero_grad(parameters):
    list(map(clear, parameters))
