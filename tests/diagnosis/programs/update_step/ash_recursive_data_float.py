# kind: odd
# task: update_step
# truth: The .grad of a parameter without one is read.
# line: 14
# foreseen: no
import torch


@torch.no_grad()
def update_step(parameters, lr):
    if not parameters:
        return
    head, *tail = parameters
    head.add_(head.grad, alpha=-lr)
    update_step(tail, lr)
