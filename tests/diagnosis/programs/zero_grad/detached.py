# kind: wrong
# task: zero_grad
# truth: Detached copies replace the entries of the list; the buffers of the original tensors are not cleared.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    for i in range(len(parameters)):
        parameters[i] = parameters[i].detach().clone()
        parameters[i].requires_grad = True
