# truth: right
# parameters: params[0] right, params[1] right, params[2] right, params[3] right
import torch
torch.manual_seed(5)
X = torch.randn(25, 2); y = torch.sin(X[:, :1])
params = [torch.randn(2, 6) * 0.5, torch.zeros(6), torch.randn(6, 1) * 0.5, torch.zeros(1)]
for p in params:
    p.requires_grad_(True)
def forward(x, p):
    return torch.sigmoid(x @ p[0] + p[1]) @ p[2] + p[3]
for it in range(80):
    loss = torch.mean((forward(X, params) - y) ** 2)
    grads = torch.autograd.grad(loss, params)
    params = [(p - 0.2 * g).detach().requires_grad_(True) for p, g in zip(params, grads)]
    if it % 20 == 0:
        print(it, loss.item())
