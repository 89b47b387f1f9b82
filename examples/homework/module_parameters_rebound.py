# truth: wrong
# mistake: rebound
import torch
import torch.nn as nn


class AndGate(nn.Module):
    def __init__(self):
        super(AndGate, self).__init__()
        self.hidden = nn.Linear(2, 2)
        self.out = nn.Linear(2, 1)
        self.act = nn.Sigmoid()

    def forward(self, x):
        h = self.act(self.hidden(x))
        return self.act(self.out(h))


x = torch.Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
y = torch.Tensor([[0], [0], [0], [1]])
model = AndGate()
loss_func = nn.MSELoss()
lr = 0.5
epoch = 0
while epoch < 200:
    for i in range(4):
        out = model(x[i])
        loss = loss_func(out, y[i])
        model.zero_grad()
        loss.backward()
        for param in model.parameters():
            param = param - lr * param.grad
    epoch += 1
    if epoch % 50 == 0:
        print('epoch:{} loss:{:.4f}'.format(epoch, loss.item()))
print(model(x))
