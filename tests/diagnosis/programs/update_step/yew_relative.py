# kind: wrong
# task: update_step
# truth: The step is multiplied by the parameter itself.
# line: 16
# foreseen: unknown
import torch


def has_slope(p):
    return p.grad is not None


@torch.no_grad()
def update_step(parameters, lr):
    for p in filter(has_slope, parameters):
        p.copy_(p * (1 - lr * p.grad))
