# kind: double
# task: update_step
# task: update_step
# truth: The gradient buffer itself is multiplied by lr.
# truth: Every entry moves by the mean of the gradient.
# line: 18, 19
# foreseen: unknown
import torch


def has_slope(p):
    return p.grad is not None


@torch.no_grad()
def update_step(parameters, lr):
    for p in filter(has_slope, parameters):
        p.grad.mul_(lr)
        p.sub_(p.grad.mean()) 
