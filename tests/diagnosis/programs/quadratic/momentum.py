# kind: wrong
# task: train
# truth: The optimizer is made with a momentum of 0.9, so each step also carries the earlier ones.
# line: 28 or 18
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return w1 * x * x + w2 * x + b


def loss(prediction, y):
    return torch.pow(prediction - y, 2)


def train(parameters, xs, ys, lr, epochs):
    optimizer = torch.optim.SGD(parameters, lr=lr, momentum=0.9)
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
    return log
