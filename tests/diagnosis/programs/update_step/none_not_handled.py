# kind: wrong
# task: update_step
# truth: A parameter whose gradient is None is not skipped, so the step stops with an error there.
# line: 12
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            p -= lr * p.grad
