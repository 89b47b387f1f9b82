# kind: wrong
# task: update_step
# truth: The parameter is multiplied by 1 - lr·grad instead of being reduced by lr·grad.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p *= 1 - lr * p.grad
