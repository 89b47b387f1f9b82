# kind: wrong
# task: update_step
# truth: The step is divided by 2.
# line: 13
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is not None:
            # the 2 of the square cancels
            p.data -= lr / 2 * p.grad
