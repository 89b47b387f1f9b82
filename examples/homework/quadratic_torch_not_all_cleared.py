# truth: wrong
# parameters: w1 right, w2 wrong, b wrong
# mistake: not_all_cleared
import torch

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w1 = torch.tensor([1.0], requires_grad=True)
w2 = torch.tensor([1.0], requires_grad=True)
b = torch.tensor([1.0], requires_grad=True)


def forward(x):
    return w1 * x ** 2 + w2 * x + b


def loss(x, y):
    return (forward(x) - y) ** 2


for epoch in range(100):
    for x, y in zip(x_data, y_data):
        l = loss(x, y)
        l.backward()
        w1.data -= 0.001 * w1.grad.data
        w2.data -= 0.001 * w2.grad.data
        b.data -= 0.001 * b.grad.data
        w1.grad.data.zero_()
    print("Epoch:", epoch, l.item())
