# kind: right
# foreseen: unknown
import torch


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


def learn(w, x, y, lr):
    optimiser = torch.optim.SGD([w], lr=lr)
    optimiser.zero_grad()
    value = torch.nn.functional.mse_loss(forward(x, w), torch.tensor(y, dtype=w.dtype))
    value.backward()
    before = value.item(), w.grad.item()
    optimiser.step()
    optimiser.zero_grad()
    return before


def train(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l, _ = learn(w, x, y, lr)
        history.append(l)
    return history


def epochs_needed(history, goal):
    reached = [l <= goal for l in history]
    return reached.index(True) + 1 if any(reached) else 0
