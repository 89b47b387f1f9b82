import torch
from torch import optim

xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
w1, w2, b = (
    torch.tensor([0.666], requires_grad=True),
    torch.tensor([0.333], requires_grad=True),
    torch.tensor([0.233], requires_grad=True),
)
optimizer = optim.SGD([w1, w2, b], lr=0.01)
for epoch in range(300):
    for x, y in zip(xs, ys):
        y_hat = w1 * x[0] + w2 * x[1] + b
        loss = (y_hat - y).pow(2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("done", loss.item())
