# kind: right
# foreseen: unknown
import torch


def np_size(a, b):
    return torch.broadcast_shapes(tuple(int(v) for v in a), tuple(int(v) for v in b)).numel()


def entries_compared(output_shape, label_shape):
    return int(np_size(output_shape, label_shape))


def forward(x, w, b):
    return 1 / (1 + (-(x.matmul(w) + b)).exp())


def label_column(y, n):
    if y.shape not in ((n,), (n, 1)):
        raise ValueError("labels")
    return y.reshape(n, 1)


def cross_entropy(p, y):
    return torch.nn.functional.binary_cross_entropy(p, y.to(p.dtype))


def step(w, b, x, y, lr):
    target = label_column(y, x.shape[0])
    output = forward(x, w, b)
    value = cross_entropy(output, target)
    with torch.no_grad():
        delta = (output - target) / len(target)
        w.sub_(lr * (x.T @ delta))
        b.sub_(lr * delta.sum(0))
    for p in (w, b):
        p.grad = torch.zeros_like(p)
    return value.item()
