# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is None:
            continue
        p.data.add_(p.grad, alpha=-lr)
