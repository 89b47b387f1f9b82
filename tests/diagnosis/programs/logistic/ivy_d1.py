# kind: double
# task: forward
# task: step
# truth: tanh stands for the sigmoid
# truth: the step follows the sum of the losses
# line: 21
# line: 37
# foreseen: unknown
import torch


def np_size(a, b):
    return torch.broadcast_shapes(tuple(int(v) for v in a), tuple(int(v) for v in b)).numel()


def entries_compared(output_shape, label_shape):
    return int(np_size(output_shape, label_shape))


def forward(x, w, b):
    return torch.tanh(x @ w + b)


def label_column(y, n):
    if y.shape not in ((n,), (n, 1)):
        raise ValueError("labels")
    return y.reshape(n, 1)


def cross_entropy(p, y):
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def step(w, b, x, y, lr):
    p = torch.sigmoid(x @ w + b)
    l = cross_entropy(p, label_column(y, len(x)))
    (l * len(x)).backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad = None
    b.grad = None
    return l.item()
