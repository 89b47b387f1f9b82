# kind: wrong
# task: zero_grad
# truth: The test is inverted: only buffers that are None are replaced by zeros, filled ones keep their content.
# line: 11
# foreseen: unknown
import torch


def zero_grad(parameters):
    for p in parameters:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
