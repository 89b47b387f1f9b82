"""A student whose curve runs away to nan: nothing watches the loss, and the rate is too high for x = 5."""
import torch

x_data = [1.0, 2.0, 3.0, 4.0, 5.0]
y_data = [2.0, 4.0, 6.0, 8.0, 10.0]


def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y) ** 2


def train(parameters, xs, ys, lr, epochs):
    w1, w2, b = parameters
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            l = loss(forward(x, w1, w2, b), y)
            l.backward()
            w1.data = w1.data - lr * w1.grad.data
            w2.data = w2.data - lr * w2.grad.data
            b.data = b.data - lr * b.grad.data
            w1.grad.data.zero_()
            w2.grad.data.zero_()
            b.grad.data.zero_()
        losses.append(l.item())
    return losses


w1 = torch.tensor([0.0], requires_grad=True)
w2 = torch.tensor([0.0], requires_grad=True)
b = torch.tensor([0.0], requires_grad=True)
print("before training:", 4, forward(4, w1, w2, b).item())
for epoch, l in enumerate(train([w1, w2, b], x_data, y_data, 0.01, 100)):
    print("epoch", epoch, "loss", l)     # why is this nan ???
print("after training:", 4, forward(4, w1, w2, b).item())
