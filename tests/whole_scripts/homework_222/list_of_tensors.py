import torch

w = [torch.tensor(v, requires_grad=True) for v in (0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8)]
optimizer = torch.optim.SGD(w, lr=1)


def forward(x1, x2):
    h1 = torch.sigmoid(w[0] * x1 + w[2] * x2)
    h2 = torch.sigmoid(w[1] * x1 + w[3] * x2)
    return torch.sigmoid(w[4] * h1 + w[6] * h2), torch.sigmoid(w[5] * h1 + w[7] * h2)


for i in range(50):
    o1, o2 = forward(0.5, 0.3)
    loss = 0.5 * (o1 - 0.23) ** 2 + 0.5 * (o2 + 0.07) ** 2
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(i, loss.item())
