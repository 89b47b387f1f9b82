# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p.grad -= p.grad.clone()
