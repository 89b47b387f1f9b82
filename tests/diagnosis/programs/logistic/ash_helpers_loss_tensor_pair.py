# kind: odd
# task: step
# truth: The pair (loss, slope) is returned.
# line: 37
# foreseen: no
import torch


def entries_compared(output_shape, label_shape):
    return torch.broadcast_shapes(output_shape, label_shape).numel()


def forward(x, w, b):
    return 1 / (1 + (-(x @ w + b)).exp())


def label_column(y, n):
    try:
        if y.numel() != n:
            raise RuntimeError("not one for each")
        return y.reshape(n, 1)
    except RuntimeError as problem:
        raise ValueError(str(problem)) from None


def cross_entropy(p, y):
    right = y * p + (1 - y) * (1 - p)
    return -right.log().mean()


def step(w, b, x, y, lr):
    J = cross_entropy(forward(x, w, b), label_column(y, len(x)))
    dw, db = torch.autograd.grad(J, (w, b))
    w.data -= lr * dw
    b.data -= lr * db
    w.grad = b.grad = None
    return J.item(), dw
