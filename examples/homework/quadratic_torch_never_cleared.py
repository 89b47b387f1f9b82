# truth: wrong
# parameters: w1 wrong, w2 wrong, b wrong
# mistake: not_cleared
import torch
from torch.autograd import Variable

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w1 = Variable(torch.Tensor([1.0]), requires_grad=True)
w2 = Variable(torch.Tensor([1.0]), requires_grad=True)
b = Variable(torch.Tensor([1.0]), requires_grad=True)


def forward(x):
    return w1 * x * x + w2 * x + b


for epoch in range(10):
    for x, y in zip(x_data, y_data):
        loss = (forward(x) - y) ** 2
        loss.backward()
        for p in [w1, w2, b]:
            p.data = p.data - 0.001 * p.grad.data
            p.grad.data.zero_
    print("progress:", epoch, loss.data[0])
