# kind: double
# task: update_step
# task: update_step
# truth: The step is added instead of subtracted.
# truth: The gradient buffers are emptied after the step.
# line: 15
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p += lr * p.grad
                p.grad = None
