# kind: wrong
# task: update_step
# truth: A new tensor is bound to the loop's name; the tensors of the list are never changed.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p = p - lr * p.grad
