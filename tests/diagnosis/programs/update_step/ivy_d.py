# kind: double
# task: update_step
# task: update_step
# truth: uphill
# truth: rate is squared
# line: 15
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p += lr ** 2 * p.grad
