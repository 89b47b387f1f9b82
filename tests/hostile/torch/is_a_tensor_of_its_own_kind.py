# expect: FAILED
"""Put tensors of a class of one's own in place of the parameters, which answer every function as they like."""

import torch


class Sly(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), words=None):
        return torch.ones(())


def step(parameters, lr):
    for place, parameter in enumerate(parameters):
        parameters[place] = parameter.detach().as_subclass(Sly)


def train(parameters, x, lr, epochs):
    return [torch.ones(()).as_subclass(Sly)] * epochs
