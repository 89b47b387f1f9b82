# kind: wrong
# task: update_step
# truth: A weight decay of 0.01 is added to the gradient.
# line: 10
# foreseen: unknown
import torch


def update_step(parameters, lr):
    torch.optim.SGD(parameters, lr=lr, weight_decay=0.01).step()
