# kind: wrong
# task: zero_grad
# truth: the values are cleared in place of the buffers
# line: 12
# foreseen: yes
import torch


def zero_grad(parameters):
    for tensor in parameters:
        if tensor.grad is not None:
            tensor.data.zero_()
