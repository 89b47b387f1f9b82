# kind: double
# task: update_step
# task: update_step
# truth: The step goes uphill.
# truth: The buffer is cleared.
# line: 16, 17
# foreseen: no
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is None:
                continue
            p += lr * p.grad
            p.grad.zero_()
