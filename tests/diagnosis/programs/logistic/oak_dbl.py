# kind: double
# task: forward
# task: step
# truth: b is subtracted.
# truth: The loss after the step is returned.
# line: 17, 33
# foreseen: unknown
import torch


from math import prod

def entries_compared(output_shape, label_shape):
    return prod(torch.broadcast_shapes(output_shape, label_shape))

def forward(x, w, b):
    return (x.matmul(w) - b).sigmoid()

def label_column(y, n):
    if y.numel() != n:
        raise ValueError("one label for each sample, please")
    return y.view(n, 1)

def cross_entropy(p, y):
    right = torch.where(y == 1, p, 1 - p)
    return -right.log().mean()

def step(w, b, x, y, lr):
    J = cross_entropy(forward(x, w, b), label_column(y, x.shape[0]))
    for p, g in zip((w, b), torch.autograd.grad(J, (w, b))):
        p.data -= lr * g
        p.grad = None
    return float(cross_entropy(forward(x, w, b), label_column(y, x.shape[0])))
