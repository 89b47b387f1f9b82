# kind: wrong
# task: update_step
# truth: The slope is multiplied with the value of the parameter.
# line: 15
# foreseen: no
import torch


@torch.no_grad()
def update_step(parameters, lr):
    if not parameters:
        return
    head, *tail = parameters
    if head.grad is not None:
        head.add_(head.grad * head, alpha=-lr)
    update_step(tail, lr)
