# truth: wrong
# parameters: w wrong, b wrong
# mistake: slope_of_another
import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0])
y = torch.tensor([1.0, 3.0, 5.0, 7.0])
w = torch.tensor(0.0, requires_grad=True)
b = torch.tensor(0.0, requires_grad=True)
lr = 0.05
for epoch in range(200):
    loss = torch.mean((w * x + b - y) ** 2)
    db, dw = torch.autograd.grad(loss, [w, b])
    w = (w - lr * dw).detach().requires_grad_(True)
    b = (b - lr * db).detach().requires_grad_(True)
    if epoch % 20 == 0:
        print(epoch, loss.item())
