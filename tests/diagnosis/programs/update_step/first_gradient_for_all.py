# kind: wrong
# task: update_step
# truth: Every parameter moves by the first entry of its gradient.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is None:
            continue
        slope = p.grad.reshape(-1)[0]
        p.data -= lr * slope
