"""A student who handed in the stub as it was handed out, without its story."""
import torch


def update_step(parameters, lr):
    """Take one step of gradient descent with every parameter of the list, in place."""
    raise NotImplementedError("Write update_step.")
