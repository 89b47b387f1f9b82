# kind: wrong
# task: update_step
# truth: The step is divided by the number of parameters in the list.
# line: 14
# foreseen: unknown
import torch


def update_step(parameters, lr):
    n = len(parameters)
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad / n
