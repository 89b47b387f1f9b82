# kind: odd
# task: zero_grad
# truth: zero_grad takes no argument, so it cannot be called with a list of parameters.
# foreseen: unknown
import torch

w = torch.tensor(1.0, requires_grad=True)


def zero_grad():
    w.grad = None
