# expect: OUT_OF_MEMORY or TIMED_OUT
"""Fill memory with tensors, whose allocator is not Python's."""

import torch


def step(parameters, lr):
    kept = [torch.ones(1 << 23) for _ in range(72)]
    parameters[0].data.fill_(31337.0 * len(kept) / 72)


def train(parameters, x, lr, epochs):
    return []
