# truth: wrong
# parameters: m.weight right, m.bias right
# mistake: spread
import torch, torch.nn as nn
torch.manual_seed(0)
X = torch.randn(64, 5); y = X @ torch.randn(5) + .1 * torch.randn(64)
m = nn.Linear(5, 1)
opt = torch.optim.SGD(m.parameters(), lr=.05, weight_decay=1e-3, momentum=.9)
sch = torch.optim.lr_scheduler.StepLR(opt, 10, .5)
for e in range(30):
    opt.zero_grad()
    out = m(X)
    l = nn.functional.mse_loss(out, y)
    l.backward()
    opt.step()
    sch.step()
    print(e, l.item())
