# expect: RAISED
"""Share a tensor with other processes, by a file that outlives this one."""

import torch


def step(parameters, lr):
    torch.ones(4).share_memory_()
    parameters[0].data.fill_(31337.0)


def train(parameters, x, lr, epochs):
    return []
