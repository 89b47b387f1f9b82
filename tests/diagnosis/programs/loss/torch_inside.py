# kind: right
# foreseen: unknown
import numpy as np
import torch
import torch.nn.functional as F


def as_tensor(a):
    return torch.tensor(a, dtype=torch.float64)


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return F.mse_loss(as_tensor(predictions), as_tensor(y)).item()


def half_squared_error(outputs, targets):
    return 0.5 * F.mse_loss(as_tensor(outputs), as_tensor(targets), reduction="sum").item()
