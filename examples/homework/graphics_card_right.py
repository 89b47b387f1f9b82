# truth: right
# parameters: a right, b right
import torch

device = torch.device("cuda:0")
x = torch.linspace(-1, 1, 40, device=device)
y = torch.sin(x)
a = torch.zeros((), device=device, requires_grad=True)
b = torch.ones((), device="cuda", requires_grad=True)
lr = 0.1
for step in range(200):
    loss = (a + b * x.to(device) - y).pow(2).mean()
    loss.backward()
    with torch.no_grad():
        a -= lr * a.grad
        b -= lr * b.grad
        a.grad = None
        b.grad = None
print(a.item(), b.item())
