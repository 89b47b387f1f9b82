# kind: right
# foreseen: unknown
import torch


@torch.no_grad()
def update_step(parameters, lr):
    moving = list(filter(lambda p: p.grad is not None, parameters))
    if moving:
        torch._foreach_add_(moving, [p.grad for p in moving], alpha=-lr)
