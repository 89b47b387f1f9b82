# kind: wrong
# task: step
# truth: the learning rate is multiplied twice into the step of b
# line: 49
# foreseen: unknown
import torch

# 逻辑回归


def entries_compared(output_shape, label_shape):
    # 广播之后的元素个数
    n = output_shape[0]
    if len(label_shape) == 1:
        k = label_shape[0]
        return n * k
    r, c = label_shape
    return max(n, r) * c


def forward(x, w, b):
    # 前向
    z = torch.matmul(x, w)
    z = z + b
    return torch.sigmoid(z)


def label_column(y, n):
    if y.dim() == 2 and y.shape[1] != 1:
        raise ValueError("形状不对")
    if y.shape[0] != n:
        raise ValueError("个数不对")
    return y.reshape(n, 1)


def cross_entropy(p, y):
    # 交叉熵
    right = torch.where(y == 1, p, 1 - p)
    return -torch.log(right).sum() / len(y)


def step(w, b, x, y, lr):
    yy = label_column(y, x.size(0))
    out = forward(x, w, b)
    J = cross_entropy(out, yy)
    gw, gb = torch.autograd.grad(J, [w, b])
    with torch.no_grad():
        w.sub_(lr * gw)
        b.sub_(lr * lr * gb)
    w.grad, b.grad = None, None
    return J.item()
