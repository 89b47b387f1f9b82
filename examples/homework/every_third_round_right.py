# truth: right
# parameters: w right, b right
import torch

torch.manual_seed(0)
X = torch.rand(24, 1)
Y = 2 * X + 1
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([w, b], lr=0.1)
K = 3
crit = torch.nn.MSELoss()
for epoch in range(20):
    total = 0.
    for i in range(24):
        out = X[i] * w + b
        loss = crit(out, Y[i])
        loss = torch.mean(loss) / K
        total += loss.item()
        loss.backward()
        if (i + 1) % K == 0 or i + 1 == 24:
            opt.step()
            opt.zero_grad()
    print(epoch, total)
