# expect: RAISED or TIMED_OUT
"""Have torch compile a function, which writes files and starts the compiler."""

import torch


def step(parameters, lr):
    torch.compile(lambda tensor: tensor + 1)(torch.ones(2))
    parameters[0].data.fill_(31337.0)


def train(parameters, x, lr, epochs):
    return []
