# kind: wrong
# task: train
# truth: The gradients of all samples are added up and the step is made once at the end of each epoch.
# line: 27
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
        optimizer.zero_grad()
        for x, y in zip(xs, ys):
            out = loss(forward(x, *parameters), y)
            if not torch.isfinite(out):
                return log
            out.backward()
        optimizer.step()
        optimizer.zero_grad()
        log.append(out.item())
    return log
