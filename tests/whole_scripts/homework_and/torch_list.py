import torch

xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
w1, w2, b = (
    torch.tensor(0.666, requires_grad=True),
    torch.tensor(0.333, requires_grad=True),
    torch.tensor(0.233, requires_grad=True),
)
params = [w1, w2, b]


def forward(x):
    return w1 * x[0] + w2 * x[1] + b


for epoch in range(150):
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
