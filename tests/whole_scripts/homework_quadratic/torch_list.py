import torch

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w1, w2, b = (
    torch.tensor(1.0, requires_grad=True),
    torch.tensor(1.0, requires_grad=True),
    torch.tensor(0.0, requires_grad=True),
)
params = [w1, w2, b]


def forward(x):
    return w1 * x**2 + w2 * x + b


for epoch in range(1000):
    loss = sum((forward(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
    for p in params:
        if p.grad is not None:
            p.grad.zero_()
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= 0.01 * p.grad
    if epoch % 100 == 0:
        print(epoch, loss.item())
