"""A student who copied one line from a script with one weight: the first buffer is cleared, no other."""
import torch

w1 = torch.tensor([0.2], requires_grad=True)
w2 = torch.tensor([-0.4], requires_grad=True)


def zero_grad(parameters):
    w1 = parameters[0]
    if w1.grad is not None:
        w1.grad.data.zero_()   # clear the gradient for the next round
