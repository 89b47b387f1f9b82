# kind: wrong
# task: update_step
# truth: The step is one of Adam, not of plain gradient descent.
# line: 11
# foreseen: unknown
import torch


def update_step(parameters, lr):
    opt = torch.optim.Adam(parameters, lr=lr)
    opt.step()
