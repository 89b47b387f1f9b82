import torch
from torch import optim

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w1, w2, b = (
    torch.tensor([1.0], requires_grad=True),
    torch.tensor([1.0], requires_grad=True),
    torch.tensor([0.0], requires_grad=True),
)
optimizer = optim.SGD([w1, w2, b], lr=0.002)
for epoch in range(500):
    for x, y in zip(xs, ys):
        y_hat = w1 * x**2 + w2 * x + b
        loss = (y_hat - y).pow(2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("done", loss.item())
