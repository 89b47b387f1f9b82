import torch

xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
w, b = (torch.tensor(1.0, requires_grad=True), torch.tensor(0.0, requires_grad=True))
params = [w, b]


def forward(x):
    return w * x + b


for epoch in range(1500):
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
