# truth: wrong
# parameters: w right, b wrong
# mistake: unmoved
import torch

x = torch.arange(1.0, 6.0).view(-1, 1)
y = 3 * x - 2
w = torch.zeros(1, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([w, b], lr=0.02)
for step in range(200):
    opt.zero_grad()
    loss = ((x @ w + b.detach() - y) ** 2).mean()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([w, b], max_norm=5.0)
    opt.step()
    if step % 20 == 0:
        print(step, loss.item())
