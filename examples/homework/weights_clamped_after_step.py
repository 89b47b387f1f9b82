# truth: not_judged
import torch
torch.manual_seed(0)
x = torch.linspace(-1, 1, 20)[:, None]; y = .3 * x
m = torch.nn.Linear(1, 1); opt = torch.optim.SGD(m.parameters(), lr=.1)
for i in range(60):
    loss = torch.nn.functional.mse_loss(m(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
    with torch.no_grad():
        for p in m.parameters(): p.clamp_(-1, 1)
    print(i, loss.item())
