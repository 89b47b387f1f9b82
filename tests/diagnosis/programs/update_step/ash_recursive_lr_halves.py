# kind: wrong
# task: update_step
# truth: The rate is halved for every further parameter.
# line: 16
# foreseen: no
import torch


@torch.no_grad()
def update_step(parameters, lr):
    if not parameters:
        return
    head, *tail = parameters
    if head.grad is not None:
        head.add_(head.grad, alpha=-lr)
    update_step(tail, lr / 2)
