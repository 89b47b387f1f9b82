import torch

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
(w,) = (torch.tensor(0.5, requires_grad=True),)
params = [w]


def forward(x):
    return w * x


for epoch in range(200):
    loss = sum((forward(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
    for p in params:
        if p.grad is not None:
            p.grad.zero_()
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= 0.05 * p.grad
    if epoch % 100 == 0:
        print(epoch, loss.item())
