# kind: right
# foreseen: unknown
import torch


def clear(buffer):
    buffer.fill_(0.0)


def zero_grad(parameters):
    i = 0
    while i < len(parameters):
        if parameters[i].grad is not None:
            clear(parameters[i].grad)
        i += 1
