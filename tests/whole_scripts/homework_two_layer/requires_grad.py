import torch

x, y = torch.randn(10, 10), torch.randn(10, 4)
w1 = torch.randn(10, 7, requires_grad=True)
w2 = torch.randn(7, 4, requires_grad=True)
for t in range(120):
    loss = (torch.relu(x @ w1) @ w2 - y).pow(2).mean()
    loss.backward()
    w1.data -= 1e-2 * w1.grad.data
    w2.data -= 1e-2 * w2.grad.data
    w1.grad.data.zero_()
    w2.grad.data.zero_()
print(loss.item())
