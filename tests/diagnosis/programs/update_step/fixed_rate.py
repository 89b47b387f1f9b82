# kind: wrong
# task: update_step
# truth: The step always uses the rate 0.01 instead of the given lr.
# line: 15
# foreseen: unknown
import torch
LEARNING_RATE = 0.01


@torch.no_grad()
def update_step(parameters, lr):
    for param in parameters:
        g = param.grad
        if g is not None:
            param.sub_(g, alpha=LEARNING_RATE)
