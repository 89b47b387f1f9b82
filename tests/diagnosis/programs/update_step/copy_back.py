# kind: right
# foreseen: unknown
import torch


def new_value(p, lr):
    return p.detach() - lr * p.grad


def update_step(parameters, lr):
    with torch.no_grad():
        for i in range(len(parameters)):
            p = parameters[i]
            if p.grad is not None:
                p.copy_(new_value(p, lr))
