# kind: right
# foreseen: unknown
import torch


@torch.no_grad()
def update_step(parameters, lr):
    for param in parameters:
        g = param.grad
        if g is not None:
            param.sub_(g, alpha=lr)
