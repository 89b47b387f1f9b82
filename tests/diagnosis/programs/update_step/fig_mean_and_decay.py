# kind: double
# task: update_step
# task: update_step
# truth: The mean of the slopes moves all entries.
# truth: The old value is shrunk.
# line: 17, 16
# foreseen: no
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is None:
                continue
            p *= 0.9
            p -= lr * p.grad.mean()
