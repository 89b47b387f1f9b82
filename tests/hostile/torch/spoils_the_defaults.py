# expect: FAILED or TIMED_OUT
"""Change what torch does by default: its type, its luck, its threads, whether it follows gradients."""

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed = lambda *args: None
torch.set_grad_enabled(False)
torch.use_deterministic_algorithms(True)
torch.set_flush_denormal(True)


def step(parameters, lr):
    torch.set_num_threads(2)


def train(parameters, x, lr, epochs):
    return [0.0] * epochs
