# kind: wrong
# task: label_column
# truth: too many labels are cut
# line: 22
# foreseen: unknown
import torch


def np_size(a, b):
    return torch.broadcast_shapes(tuple(int(v) for v in a), tuple(int(v) for v in b)).numel()


def entries_compared(output_shape, label_shape):
    return int(np_size(output_shape, label_shape))


def forward(x, w, b):
    return torch.sigmoid(x @ w + b)


def label_column(y, n):
    y = y.flatten()[:n]
    if y.numel() != n:
        raise ValueError("too few labels")
    return y.reshape(n, 1)


def cross_entropy(p, y):
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def step(w, b, x, y, lr):
    l = cross_entropy(forward(x, w, b), label_column(y, len(x)))
    l.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad = None
    b.grad = None
    return l.item()
