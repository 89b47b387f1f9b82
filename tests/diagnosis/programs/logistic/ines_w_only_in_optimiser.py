# kind: wrong
# task: step
# truth: the optimiser is given w only, so b never moves (and keeps its buffer)
# line: 34
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
    return F.binary_cross_entropy(p, y)


def step(w, b, x, y, lr):
    optimiser = torch.optim.SGD([w], lr=lr)
    optimiser.zero_grad()
    loss = cross_entropy(forward(x, w, b), label_column(y, x.shape[0]))
    loss.backward()
    optimiser.step()
    optimiser.zero_grad()
    return loss.item()
