# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    moving = filter(lambda p: p.grad is not None, parameters)
    with torch.inference_mode(False), torch.no_grad():
        for p in moving:
            torch.sub(p, p.grad, alpha=lr, out=p)
