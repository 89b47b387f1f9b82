# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        try:
            p.grad.data.zero_()
        except AttributeError:
            # no backward() yet
            pass
