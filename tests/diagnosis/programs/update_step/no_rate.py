# kind: wrong
# task: update_step
# truth: The whole gradient is subtracted; the learning rate is not used.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is None:
            continue
        p.data = p.data - p.grad.data
