# truth: wrong
# parameters: w wrong, b wrong
# mistake: not_cleared
import torch
x = torch.linspace(0, 1, 20); y = 3 * x + 1
w = torch.tensor(0., requires_grad=True); b = torch.tensor(0., requires_grad=True)
opt = torch.optim.SGD([{"params": [w], "lr": 0.01}, {"params": [b], "lr": 0.02}], lr=0.01)
for e in range(60):
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    opt.step()
    print(e, loss.item())
