# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    moved = (p for p in parameters if p.grad is not None)
    with torch.no_grad():
        for p in moved:
            p.copy_(p - p.grad * lr)
