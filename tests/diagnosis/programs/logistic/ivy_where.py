# kind: right
# foreseen: unknown
import torch


def np_size(a, b):
    return torch.broadcast_shapes(tuple(int(v) for v in a), tuple(int(v) for v in b)).numel()


def entries_compared(output_shape, label_shape):
    n = output_shape[0]
    if len(label_shape) == 1:
        return n * label_shape[0]
    return max(n, label_shape[0]) * label_shape[1]


def forward(x, w, b):
    return torch.sigmoid(x @ w + b)


def label_column(y, n):
    if y.numel() != n or (y.dim() == 2 and y.shape[1] != 1):
        raise ValueError(f"expected {n} labels, got {tuple(y.shape)}")
    return y[:, None] if y.dim() == 1 else y


def cross_entropy(p, y):
    return -torch.log(torch.where(y > 0.5, p, 1 - p)).sum() / y.shape[0]


def step(w, b, x, y, lr):
    l = cross_entropy(forward(x, w, b), label_column(y, len(x)))
    l.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad = None
    b.grad = None
    return l.item()
