# kind: wrong
# task: zero_grad
# truth: The loop ends one parameter early, so the last buffer is not cleared.
# line: 15
# foreseen: unknown
import torch


def clear(buffer):
    buffer.fill_(0.0)


def zero_grad(parameters):
    i = 0
    while i < len(parameters) - 1:
        if parameters[i].grad is not None:
            clear(parameters[i].grad)
        i += 1
