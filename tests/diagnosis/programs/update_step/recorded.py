# kind: odd
# task: update_step
# truth: The step is not under torch.no_grad(), so PyTorch refuses to change a parameter in place.
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is not None:
            p -= lr * p.grad
