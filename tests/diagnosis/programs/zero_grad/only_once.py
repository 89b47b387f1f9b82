# kind: wrong
# task: zero_grad
# truth: A global flag lets the function clear the buffers in its first call only.
# line: 13
# foreseen: unknown
import torch

done = False


def zero_grad(parameters):
    global done
    if not done:
        for p in parameters:
            p.grad = None
        done = True
