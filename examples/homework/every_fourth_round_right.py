# truth: right
# parameters: net.weight right, net.bias right
import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(3)
data = [(torch.randn(4, 2), torch.randn(4, 1)) for _ in range(8)]
net = nn.Linear(2, 1)
optimizer = optim.SGD(net.parameters(), lr=0.05)
accumulation_steps = 4

for epoch in range(10):
    optimizer.zero_grad()
    for i, (inputs, labels) in enumerate(data):
        loss = nn.functional.mse_loss(net(inputs), labels)
        loss = loss / accumulation_steps
        loss.backward()
        if (i + 1) % accumulation_steps == 0:
            optimizer.step()
            optimizer.zero_grad()
    print(epoch, loss.item())
