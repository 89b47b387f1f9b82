# truth: right
# parameters: net[0].weight right, net[0].bias right, net[1].weight right, net[2].weight right, net[2].bias right
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(1)
x = torch.linspace(1, 5, 5).unsqueeze(1)
y = 2 * x
loader = DataLoader(TensorDataset(x, y), batch_size=1, shuffle=True)
net = nn.Sequential(nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1))
loss_fn = nn.MSELoss()
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for epoch in range(100):
    for xb, yb in loader:
        pred = net(xb)
        loss = loss_fn(pred, yb)
        opt.zero_grad()
        loss.backward()
        opt.step()
    print(epoch, loss.item())
