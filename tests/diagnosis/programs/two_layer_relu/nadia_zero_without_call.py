# kind: wrong
# task: by_autograd
# truth: zero_ of w1 is named but not called, so the slope of w1 has the old contents in it
# line: 32 or 28
# foreseen: unknown
import torch

# 两层网络 ReLU


def forward(x, w1, w2):
    # 前向
    z = x.matmul(w1)
    h = torch.where(z > 0, z, torch.zeros_like(z))
    prediction = h.matmul(w2)
    return z, h, prediction


def loss(prediction, y):
    # 平方误差之和
    err = prediction - y
    return err.pow(2).sum()


def by_autograd(x, y, w1, w2):
    # 先清零
    if w1.grad is not None:
        w1.grad.zero_
    if w2.grad is not None:
        w2.grad.zero_()
    _, _, pred = forward(x, w1, w2)
    loss(pred, y).backward()
    return w1.grad.clone(), w2.grad.clone()


def slope_of_weights(values, slopes):
    return torch.einsum("na,nb->ab", values, slopes)


def slope_of_hidden(slopes, w2):
    return torch.einsum("nk,mk->nm", slopes, w2)


def through_the_clamp(slopes, z):
    mask = (z > 0).to(slopes.dtype)
    return mask * slopes


def train(x, y, w1, w2, lr, rounds):
    losses = []
    w1 = w1.clone()
    w2 = w2.clone()
    for t in range(rounds):
        # 前向
        z, h, pred = forward(x, w1, w2)
        losses.append(loss(pred, y).item())
        # 反向
        grad_pred = 2.0 * (pred - y)
        grad_w2 = slope_of_weights(h, grad_pred)
        grad_h = slope_of_hidden(grad_pred, w2)
        grad_z = through_the_clamp(grad_h, z)
        grad_w1 = slope_of_weights(x, grad_z)
        # 更新
        w1 -= lr * grad_w1
        w2 -= lr * grad_w2
    return w1, w2, losses
