# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    optimizer = torch.optim.SGD(parameters, lr=lr)
    optimizer.step()
