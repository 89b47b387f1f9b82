# truth: not_judged
import torch
torch.manual_seed(0)
q = torch.nn.Linear(3, 1)
S = torch.randn(20, 3); S2 = torch.randn(20, 3); R = torch.randn(20, 1)
opt = torch.optim.SGD(q.parameters(), lr=0.05)
for i in range(50):
    with torch.no_grad():
        target = R + 0.9 * q(S2)
    loss = ((q(S) - target) ** 2).mean()
    opt.zero_grad(); loss.backward(); opt.step()
    print(i, loss.item())
