# kind: right
# foreseen: unknown
import torch


def zero_grad(parameters):
    torch.optim.SGD(parameters, lr=0.1).zero_grad()
