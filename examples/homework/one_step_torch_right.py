# truth: right
# parameters: W1 right, W2 right
import torch

x = torch.tensor([0.5, 0.3])
y = torch.tensor([0.23, -0.07])
W1 = torch.tensor([[0.2, -0.4], [0.5, 0.6]], requires_grad=True)
W2 = torch.tensor([[0.1, -0.5], [-0.3, 0.8]], requires_grad=True)

h = torch.sigmoid(x @ W1)
o = torch.sigmoid(h @ W2)
loss = 0.5 * ((o - y) ** 2).sum()
print("loss", loss.item())
loss.backward()
print(W1.grad, W2.grad)
with torch.no_grad():
    W1 -= 1.0 * W1.grad
    W2 -= 1.0 * W2.grad
print(W1, W2)
