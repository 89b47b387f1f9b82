# kind: wrong
# task: cross_entropy
# truth: reduction='sum': the costs are added up in place of averaged
# line: 30
# foreseen: unknown
import torch
import torch.nn.functional as F


def entries_compared(output_shape, label_shape):
    shape = torch.broadcast_shapes(tuple(output_shape), tuple(label_shape))
    size = 1
    for s in shape:
        size *= s
    return size


def forward(x, w, b):
    return (x.matmul(w) + b).sigmoid()


def label_column(y, n):
    try:
        return y.reshape(n, 1)
    except RuntimeError:
        raise ValueError("labels do not fit")


def cross_entropy(p, y):
    return F.binary_cross_entropy(p, y, reduction="sum")


def step(w, b, x, y, lr):
    optimiser = torch.optim.SGD([w, b], lr=lr)
    optimiser.zero_grad()
    loss = cross_entropy(forward(x, w, b), label_column(y, x.shape[0]))
    loss.backward()
    optimiser.step()
    optimiser.zero_grad()
    return loss.item()
