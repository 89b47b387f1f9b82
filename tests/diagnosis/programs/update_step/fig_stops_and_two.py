# kind: double
# task: update_step
# task: update_step
# truth: The loop ends at the first parameter without a buffer.
# truth: The step is twice as long.
# line: 15, 16
# foreseen: no
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is None:
                break
            p -= 2 * lr * p.grad
