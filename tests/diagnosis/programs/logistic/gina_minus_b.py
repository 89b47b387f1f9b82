# kind: wrong
# task: forward
# truth: the bias is taken away in place of added
# line: 19
# foreseen: unknown
import torch


def entries_compared(output_shape, label_shape):
    """How many entries the difference has."""
    if len(label_shape) == 1:
        label_shape = (1, label_shape[0])
    rows = max(output_shape[0], label_shape[0])
    cols = max(output_shape[1], label_shape[1])
    return rows * cols


def forward(x, w, b):
    z = x @ w - b
    p = torch.sigmoid(z)
    return p


def label_column(y, n):
    if y.numel() != n:
        raise ValueError("one label for each sample, please")
    return y.reshape(-1, 1)


def cross_entropy(p, y):
    cost_one = y * torch.log(p)
    cost_zero = (1 - y) * torch.log(1 - p)
    cost = -(cost_one + cost_zero)
    return cost.mean()


def step(w, b, x, y, lr):
    n = x.shape[0]
    column = label_column(y, n)
    p = forward(x, w, b)
    loss = cross_entropy(p, column)
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad.zero_()
    b.grad.zero_()
    return loss.item()
