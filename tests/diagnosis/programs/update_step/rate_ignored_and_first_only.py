# kind: double
# task: update_step
# task: update_step
# truth: The learning rate is not used.
# truth: Only the first parameter is moved.
# line: 15
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        p = parameters[0]
        if p.grad is not None:
            p -= p.grad
