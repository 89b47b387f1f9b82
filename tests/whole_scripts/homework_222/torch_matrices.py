import torch

x = torch.tensor([0.5, 0.3])
y = torch.tensor([0.23, -0.07])
w_in = torch.tensor([[0.2, -0.4], [0.5, 0.6]], requires_grad=True)
w_out = torch.tensor([[0.1, -0.5], [-0.3, 0.8]], requires_grad=True)
for k in range(60):
    out = torch.sigmoid(torch.sigmoid(x @ w_in) @ w_out)
    loss = 0.5 * ((out - y) ** 2).sum()
    loss.backward()
    with torch.no_grad():
        w_in -= 1.0 * w_in.grad
        w_out -= 1.0 * w_out.grad
    w_in.grad = None
    w_out.grad = None
print(loss.item())
