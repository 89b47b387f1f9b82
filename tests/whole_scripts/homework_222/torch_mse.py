import torch

x = torch.tensor([0.5, 0.3])
y = torch.tensor([0.23, -0.07])
model = torch.nn.Sequential(
    torch.nn.Linear(2, 2, bias=False),
    torch.nn.Sigmoid(),
    torch.nn.Linear(2, 2, bias=False),
    torch.nn.Sigmoid(),
)
criterion = torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=2.0)
for epoch in range(200):
    loss = criterion(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(loss.item())
