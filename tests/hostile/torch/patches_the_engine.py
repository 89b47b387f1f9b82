# expect: FAILED
"""Exchange torch's own comparisons and the engine that computes gradients."""

import torch

torch.allclose = torch.equal = torch.Tensor.allclose = torch.Tensor.equal = lambda *args, **words: True
torch.Tensor.backward = lambda *args, **words: None
torch.Tensor.numpy = lambda self: __import__("numpy").zeros(3)


def step(parameters, lr):
    pass


def train(parameters, x, lr, epochs):
    return [0.0] * epochs
