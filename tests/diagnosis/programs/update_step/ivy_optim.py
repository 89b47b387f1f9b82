# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    torch.optim.SGD(parameters, lr=lr).step()
