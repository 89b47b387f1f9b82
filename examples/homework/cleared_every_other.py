# truth: wrong
# parameters: net[0].weight wrong, net[0].bias wrong, net[2].weight wrong, net[2].bias wrong
# mistake: not_always_cleared
import torch, torch.nn as nn
torch.manual_seed(1)
x = torch.linspace(-1, 1, 50).unsqueeze(1); y = x ** 2
net = nn.Sequential(nn.Linear(1, 10), nn.ReLU(), nn.Linear(10, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
loss_fn = nn.MSELoss()
for epoch in range(200):
    pred = net(x)
    loss = loss_fn(pred, y)
    if epoch % 2 == 0:
        opt.zero_grad()
    loss.backward()
    opt.step()
    if epoch % 10 == 0:
        print(loss.item())
