# kind: wrong
# task: zero_grad
# truth: a NumPy array of zeros is assigned
# line: 13
# foreseen: no
import torch
import numpy as np


def zero_grad(parameters):
    for tensor in parameters:
        if tensor.grad is not None:
            tensor.grad = np.zeros(tensor.grad.shape)
