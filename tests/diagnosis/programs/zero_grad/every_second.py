# kind: wrong
# task: zero_grad
# truth: Only every second parameter is cleared.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    # weights and biases come in pairs
    for k in range(0, len(parameters), 2):
        parameters[k].grad = None
