# truth: not_judged
import torch
w = torch.tensor([1.0], requires_grad=True); b = torch.tensor([0.0], requires_grad=True)
xs = torch.tensor([1.,2.,3.,4.]); ys = torch.tensor([2.,4.,6.,8.])
opt = torch.optim.SGD([w, b], lr=0.01)
step = 0
while step < 100:
    loss = ((w * xs + b - ys) ** 2).mean()
    loss.backward()
    step += 1
    if step % 4 == 0:
        opt.step()
        opt.zero_grad()
    print(step, loss.item())
