# kind: right
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return w1 * x * x + w2 * x + b


def loss(prediction, y):
    return torch.pow(prediction - y, 2)


def train(parameters, xs, ys, lr, epochs):
    optimizer = torch.optim.SGD(parameters, lr=lr)
    log = []
    for epoch in range(1, epochs + 1):
        for x, y in zip(xs, ys):
            optimizer.zero_grad()
            out = loss(forward(x, *parameters), y)
            if not torch.isfinite(out):
                optimizer.zero_grad()
                return log
            out.backward()
            optimizer.step()
        optimizer.zero_grad()
        log.append(out.item())
        # print(epoch, out.item())
    return log
