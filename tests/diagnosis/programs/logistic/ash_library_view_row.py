# kind: wrong
# task: label_column
# truth: A row in place of a column.
# line: 24
# foreseen: no
import torch


from torch.nn.functional import binary_cross_entropy


def entries_compared(output_shape, label_shape):
    a, b = torch.empty(output_shape), torch.empty(label_shape)
    return (a - b).numel()


def forward(x, w, b):
    return torch.nn.functional.linear(x, w.t(), b).sigmoid()


def label_column(y, n):
    if y.shape not in ((n,), (n, 1)):
        raise ValueError(f"{n} labels are needed, not {tuple(y.shape)}")
    return y.view(1, -1)


def cross_entropy(p, y):
    return binary_cross_entropy(p, y.to(p.dtype))


def step(w, b, x, y, lr):
    optimiser = torch.optim.SGD([w, b], lr)
    optimiser.zero_grad()
    l = cross_entropy(forward(x, w, b), label_column(y, x.size(0)))
    l.backward()
    optimiser.step()
    optimiser.zero_grad(set_to_none=False)
    return float(l.detach())
