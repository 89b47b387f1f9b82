# truth: wrong
# parameters: w right, b wrong
# mistake: not_all_cleared
import torch
from torch.utils.tensorboard import SummaryWriter
from visdom import Visdom

writer = SummaryWriter('logs')
vis = Visdom()
x = torch.unsqueeze(torch.linspace(0, 2, 30), dim=1)
y = 1.5 * x + 0.2
w = torch.rand(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for step in range(300):
    pred = x * w.expand_as(x) + b.expand_as(x)
    loss = 0.5 * (pred - y) ** 2
    loss = loss.sum()
    loss.backward()
    with torch.no_grad():
        w -= 0.005 * w.grad
        b -= 0.005 * b.grad
        w.grad = None
        pass
    writer.add_scalar('loss', loss.item(), step)
    vis.line([loss.item()], [step], win='loss', update='append')
writer.close()
print(w.item(), b.item())
