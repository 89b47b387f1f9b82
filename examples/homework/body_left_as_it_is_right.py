# truth: right
# parameters: head.weight right, head.bias right
import torch
from torch import nn
torch.manual_seed(0)
body = nn.Linear(3, 4); head = nn.Linear(4, 1)
# only the head is trained, the body is random features
opt = torch.optim.SGD(head.parameters(), lr=.1)
X, Y = torch.randn(20, 3), torch.randn(20, 1)
for ep in range(30):
    loss = nn.functional.mse_loss(head(torch.tanh(body(X))), Y)
    opt.zero_grad(); loss.backward(); opt.step()
    print(ep, loss.item())
