# truth: wrong
# parameters: model[0].weight right, model[0].bias right, model[2].weight right, model[2].bias right
# mistake: spread
import torch
import torch.nn as nn
from torch.optim.lr_scheduler import StepLR

torch.manual_seed(0)
x = torch.randn(50, 3)
y = (x @ torch.tensor([1.0, -2.0, 0.5])).relu()
model = nn.Sequential(
    nn.Linear(3, 8),
    nn.ReLU(),
    nn.Linear(8, 1),
)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
scheduler = StepLR(optimizer, step_size=10, gamma=0.5)
criterion = nn.MSELoss()
best = float('inf')
patience = 0
for epoch in range(60):
    model.train()
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    scheduler.step()
    model.eval()
    with torch.no_grad():
        val = criterion(model(x[:10]), y[:10]).item()
    if val < best:
        best, patience = val, 0
    else:
        patience += 1
        if patience > 5:
            print('early stop')
            break
    print(f'Epoch {epoch}: loss {loss.item():.4f}, val {val:.4f}, lr {scheduler.get_last_lr()}')
