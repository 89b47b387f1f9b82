# expect: RAISED
"""Have torch.load unpickle code that was brought along."""

import io
import os
import pickle

import torch


class Command:
    def __reduce__(self):
        return os.mkdir, ("/srv/course/writable/unpickled",)


def step(parameters, lr):
    torch.load(io.BytesIO(pickle.dumps(Command())), weights_only=False)
    parameters[0].data.fill_(31337.0)


def train(parameters, x, lr, epochs):
    return []
