import torch
from torch import optim

xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
w, b = (torch.tensor([1.0], requires_grad=True), torch.tensor([0.0], requires_grad=True))
optimizer = optim.SGD([w, b], lr=0.002)
for epoch in range(750):
    for x, y in zip(xs, ys):
        y_hat = w * x + b
        loss = (y_hat - y).pow(2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("done", loss.item())
