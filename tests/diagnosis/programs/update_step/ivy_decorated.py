# kind: right
# foreseen: unknown
import torch


@torch.no_grad()
def update_step(parameters, lr):
    moving = [p for p in parameters if p.grad is not None]
    torch._foreach_add_(moving, [p.grad for p in moving], alpha=-lr)
