# expect: RAISED
"""Have a data loader start worker processes."""

import torch


def step(parameters, lr):
    for _ in torch.utils.data.DataLoader([1.0, 2.0], num_workers=2, timeout=1):
        pass
    parameters[0].data.fill_(31337.0)


def train(parameters, x, lr, epochs):
    return []
