# kind: wrong
# task: update_step
# truth: The list's entries are replaced by new tensors; the original tensors keep their old values.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for i, p in enumerate(parameters):
            if p.grad is not None:
                parameters[i] = p - lr * p.grad
                parameters[i].requires_grad_(True)
