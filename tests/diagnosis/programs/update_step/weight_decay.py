# kind: wrong
# task: update_step
# truth: The optimizer also shrinks the weights: it is made with a weight decay of 0.01.
# line: 11 or 10
# foreseen: unknown
import torch


def update_step(parameters, lr):
    opt = torch.optim.SGD(parameters, lr=lr, weight_decay=0.01)
    opt.step()
