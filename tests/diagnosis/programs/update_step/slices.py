# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    torch.set_grad_enabled(False)
    try:
        for p in parameters:
            if p.grad is not None:
                p[...] = p - lr * p.grad
    finally:
        torch.set_grad_enabled(True)
