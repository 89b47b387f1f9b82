# kind: odd
# task: update_step
# truth: The file is not valid Python: the colon after the for line is missing.
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for p in parameters
            if p.grad is not None:
                p -= lr * p.grad
