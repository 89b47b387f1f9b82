# kind: wrong
# task: train
# truth: One step is made for each epoch with the mean loss of all samples, instead of one step for each sample.
# line: 24
# foreseen: unknown
import torch


def forward(x, w1, w2, b):
    return w1 * x * x + w2 * x + b


def loss(prediction, y):
    return torch.pow(prediction - y, 2)


def train(parameters, xs, ys, lr, epochs):
    optimizer = torch.optim.SGD(parameters, lr=lr)
    log = []
    for epoch in range(epochs):
        total = 0
        for x, y in zip(xs, ys):
            total = total + loss(forward(x, *parameters), y)
        out = total / len(xs)
        if not torch.isfinite(out):
            return log
        optimizer.zero_grad()
        out.backward()
        optimizer.step()
        optimizer.zero_grad()
        log.append(out.item())
    return log
