# kind: double
# task: forward
# task: forward
# truth: The bias is subtracted.
# truth: The tangent is subtracted.
# line: 19, 20
# foreseen: no
import torch


from math import prod


def entries_compared(output_shape, label_shape):
    return prod(torch.broadcast_shapes(tuple(output_shape), tuple(label_shape)))


def forward(x, w, b):
    z = torch.einsum("ij,jk->ik", x, w) - b
    return 0.5 * (1 - torch.tanh(0.5 * z))


def label_column(y, n):
    match tuple(y.shape):
        case (k,) if k == n:
            return y[:, None]
        case (k, 1) if k == n:
            return y
        case shape:
            raise ValueError(f"{n} labels are needed, and these have the shape {shape}")


def cross_entropy(p, y):
    return -torch.special.xlogy(y, p).add(torch.special.xlogy(1 - y, 1 - p)).mean()


def step(w, b, x, y, lr):
    value = cross_entropy(forward(x, w, b), label_column(y, x.size(0)))
    for parameter, slope in zip((w, b), torch.autograd.grad(value, (w, b))):
        parameter.data.add_(slope, alpha=-lr)
        parameter.grad = None
    return float(value)
