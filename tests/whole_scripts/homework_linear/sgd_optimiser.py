import torch
from torch import optim

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
(w,) = (torch.tensor([0.5], requires_grad=True),)
optimizer = optim.SGD([w], lr=0.01)
for epoch in range(300):
    for x, y in zip(xs, ys):
        y_hat = w * x
        loss = (y_hat - y).pow(2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("done", loss.item())
