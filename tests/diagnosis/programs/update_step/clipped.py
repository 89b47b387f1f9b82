# kind: wrong
# task: update_step
# truth: Every gradient entry is clipped to the range from -1 to 1 before the step.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                g = torch.clamp(p.grad, -1, 1)
                p -= lr * g
