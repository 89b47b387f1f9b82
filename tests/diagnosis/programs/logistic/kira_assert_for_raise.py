# kind: odd
# task: label_column
# truth: labels that do not fit stop with an AssertionError in place of a ValueError
# foreseen: unknown
import torch


def entries_compared(output_shape, label_shape):
    padded = [1] * (2 - len(label_shape)) + list(label_shape)
    product = 1
    for a, b in zip(output_shape, padded):
        product *= b if a == 1 else a
    return product


def forward(x, w, b):
    z = (x * w.T).sum(dim=1, keepdim=True) + b
    return torch.sigmoid(z)


def label_column(y, n):
    flat = y.flatten()
    assert len(flat) == n
    return flat[:, None]


def cross_entropy(p, y):
    return torch.mean(-y * p.log() - (1 - y) * (1 - p).log())


def step(w, b, x, y, lr):
    # slopes by hand: (p - y) x / n
    t = label_column(y, len(x))
    with torch.no_grad():
        p = forward(x, w, b)
        loss = cross_entropy(p, t)
        error = p - t
        dw = x.T @ error / len(x)
        db = error.mean(dim=0)
        w -= lr * dw
        b -= lr * db
    w.grad = None
    b.grad = None
    return loss.item()
