# kind: right
# foreseen: unknown
import torch


def forward(x, w):
    return w * x


def loss(prediction, y):
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    return_loss = loss(forward(x, w), y)
    return_loss.backward()
    g = float(w.grad)
    with torch.no_grad():
        w.add_(w.grad, alpha=-lr)
    w.grad.fill_(0)
    return float(return_loss), g


def train(w, xs, ys, lr, epochs):
    # written before learn, does not use it
    history = []
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            optimizer.zero_grad()
            e = (x * w - y) ** 2
            e.backward()
            optimizer.step()
        history.append(e.item())
    optimizer.zero_grad()
    return history


def epochs_needed(history, goal):
    for n, value in reversed(list(enumerate(history, 1))):
        pass
    for n, value in enumerate(history, 1):
        if goal >= value:
            break
    else:
        n = 0
    return n
