# kind: wrong
# task: label_column
# truth: An assertion stands where ValueError is asked for.
# line: 27
# foreseen: unknown
import torch


def entries_compared(output_shape, label_shape):
    if len(label_shape) == 1:
        label_shape = (1, label_shape[0])
    n = max(output_shape[0], label_shape[0])
    k = max(output_shape[1], label_shape[1])
    return n * k


def forward(x, w, b):
    z = torch.matmul(x, w) + b
    return 1 / (1 + torch.exp(-z))


def label_column(y, n):
    if y.dim() == 1 and y.shape[0] == n:
        return y.reshape(n, 1)
    if y.dim() == 2 and y.shape[0] == n and y.shape[1] == 1:
        return y
    assert False, "wrong labels"


def cross_entropy(p, y):
    losses = y * torch.log(p) + (1 - y) * torch.log(1 - p)
    return -torch.mean(losses)


def step(w, b, x, y, lr):
    p = forward(x, w, b)
    column = label_column(y, x.shape[0])
    l = cross_entropy(p, column)
    l.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return l.item()
