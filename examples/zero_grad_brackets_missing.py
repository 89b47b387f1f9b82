"""A student who knows the method's name and forgets to call it."""
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is not None:
            p.grad.zero_
    return parameters
