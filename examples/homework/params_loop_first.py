# truth: wrong
# parameters: W right, b wrong
# mistake: not_all_cleared
import torch

torch.manual_seed(1)
X = torch.randn(20, 3)
Y = X @ torch.tensor([[1.0], [2.0], [3.0]]) + 0.5
W = torch.randn(3, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
params = [W, b]


def net(X):
    return X.mm(W) + b


def squared_loss(y_hat, y):
    return ((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).mean()


def sgd(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
        params[0].grad.zero_()


for epoch in range(50):
    l = squared_loss(net(X), Y)
    l.backward()
    sgd(params, 0.1)
    print(f'epoch {epoch + 1}, loss {l.item():.4f}')
