# kind: right
# foreseen: unknown
import torch


def entries_compared(output_shape, label_shape):
    n = output_shape[0]
    if len(label_shape) == 1:
        return n * label_shape[0]
    if label_shape[0] == 1 or n == 1:
        return max(n, label_shape[0]) * label_shape[1]
    return n * label_shape[1]


def forward(x, w, b):
    return torch.nn.functional.linear(x, w.t(), b).sigmoid()


def label_column(y, n):
    if y.shape == (n,):
        return torch.unsqueeze(y, 1)
    if y.shape == (n, 1):
        return y.clone()
    raise ValueError("one label for each sample")


def cross_entropy(p, y):
    return torch.nn.functional.binary_cross_entropy(p, y.to(p.dtype))


def step(w, b, x, y, lr):
    optimiser = torch.optim.SGD([w, b], lr=lr)

    def closure():
        optimiser.zero_grad()
        value = cross_entropy(forward(x, w, b), label_column(y, len(x)))
        value.backward()
        return value

    value = optimiser.step(closure)
    optimiser.zero_grad()
    return value.item()
