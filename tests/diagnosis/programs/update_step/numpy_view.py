# kind: right
# foreseen: unknown
import numpy as np
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is None:
            continue
        values = p.detach().numpy()
        # the array shares its memory with the tensor
        values -= lr * p.grad.numpy()
