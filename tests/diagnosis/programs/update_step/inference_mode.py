# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    gradients = [p.grad for p in parameters]
    for p, g in zip(parameters, gradients):
        if g is not None:
            with torch.no_grad():
                moved = torch.add(p, g, alpha=-lr)
                p.set_(moved)
