# kind: wrong
# task: entries_compared
# truth: adds the sizes
# line: 16
# foreseen: unknown
import torch


def np_size(a, b):
    return torch.broadcast_shapes(tuple(int(v) for v in a), tuple(int(v) for v in b)).numel()


def entries_compared(output_shape, label_shape):
    n = output_shape[0]
    if len(label_shape) == 1:
        return n + label_shape[0]
    return label_shape[0] * label_shape[1]


def forward(x, w, b):
    return torch.sigmoid(x @ w + b)


def label_column(y, n):
    if y.shape not in ((n,), (n, 1)):
        raise ValueError("labels")
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
