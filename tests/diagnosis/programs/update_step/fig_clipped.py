# kind: wrong
# task: update_step
# truth: Slopes are clipped to 1.
# line: 14
# foreseen: no
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is None:
                continue
            p -= lr * p.grad.clamp(-1, 1)
