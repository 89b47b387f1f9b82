# truth: right
# parameters: w right, b right
import torch
w = torch.tensor([1.0], requires_grad=True); b = torch.tensor([0.0], requires_grad=True)
xs = torch.tensor([1.,2.,3.,4.]); ys = torch.tensor([2.,4.,6.,8.])
opt = torch.optim.SGD([w, b], lr=0.01)
for epoch in range(50):
    opt.zero_grad()
    for i, (x, y) in enumerate(zip(xs, ys)):
        loss = (w * x + b - y) ** 2
        loss.backward()
        if (i + 1) % 4 == 0:
            opt.step()
            opt.zero_grad()
    print(epoch, loss.item())
