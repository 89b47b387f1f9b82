# kind: wrong
# task: update_step
# truth: The loop ends one parameter early, so the last one is not moved.
# line: 11
# foreseen: unknown
import torch


def update_step(parameters, lr):
    with torch.no_grad():
        for i in range(len(parameters) - 1):
            if parameters[i].grad is not None:
                parameters[i] -= lr * parameters[i].grad
