# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    for p in parameters:
        if p.grad is None:
            continue
        values = p.data.view(-1)
        slopes = p.grad.reshape(-1)
        # every entry on its own
        for k in range(values.numel()):
            values[k] = values[k] - lr * slopes[k]
