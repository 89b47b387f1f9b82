# kind: wrong
# task: update_step
# truth: The gradients are scaled down to a total length of 1 before the step, and the buffers with them.
# line: 10
# foreseen: unknown
import torch


def update_step(parameters, lr):
    torch.nn.utils.clip_grad_norm_([p for p in parameters if p.grad is not None], 1.0)
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad
