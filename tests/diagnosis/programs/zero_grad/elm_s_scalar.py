# kind: wrong
# task: zero_grad
# truth: a scalar zero is assigned in place of zeros in the buffer's shape
# line: 12
# foreseen: no
import torch


def zero_grad(parameters):
    for tensor in parameters:
        if tensor.grad is not None:
            tensor.grad = torch.tensor(0.0)
