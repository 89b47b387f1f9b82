import torch

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]

w1 = torch.tensor([1.0], requires_grad=True)
w2 = torch.tensor([1.0], requires_grad=True)
b = torch.tensor([0.0], requires_grad=True)


def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def loss(prediction, y):
    return (prediction - y)**2


def train(parameters, xs, ys, lr, epochs):
    l_list = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            l = loss(forward(x, *parameters), y)
            if not torch.isfinite(l):
                return l_list
            l.backward()
            for p in parameters:
                p.data = p.data - lr * p.grad.data
        l_list.append(l.item())
    return l_list


print("Predict (before training)", 4, forward(4, w1, w2, b).item())
losses = train([w1, w2, b], x_data, y_data, 0.01, 100)
print("Predict (after training)", 4, forward(4, w1, w2, b).item())
