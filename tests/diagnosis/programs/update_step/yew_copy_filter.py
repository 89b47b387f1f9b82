# kind: right
# foreseen: unknown
import torch


def has_slope(p):
    return p.grad is not None


@torch.no_grad()
def update_step(parameters, lr):
    for p in filter(has_slope, parameters):
        p.copy_(torch.add(p, p.grad, alpha=-lr))
