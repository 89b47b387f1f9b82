# kind: odd
# task: train
# truth: Nothing is returned.
# line: 59
# foreseen: no
import torch
from torch import nn


def set_parameters(network, w1, b1, a, w2, b2):
    """Give the parameters of a network of two linear layers with a PReLU between them these values."""
    linear = [layer for layer in network.modules() if isinstance(layer, nn.Linear)]
    bend = [layer for layer in network.modules() if isinstance(layer, nn.PReLU)]
    with torch.no_grad():
        for layer, weight, bias in zip(linear, (w1, w2), (b1, b2)):
            layer.weight.fill_(weight)
            if layer.bias is not None:
                layer.bias.fill_(bias)
        for layer in bend:
            layer.weight.fill_(a)


class Netz(nn.Module):
    def __init__(self):
        super().__init__()
        self.ein = nn.Linear(1, 1)
        self.knick = nn.PReLU()
        self.aus = nn.Linear(1, 1)

    def forward(self, x):
        return self.aus(self.knick(self.ein(x)))


make_network = Netz


def make_loader(xs, ys):
    return torch.utils.data.DataLoader([*zip(xs, ys)], batch_size=1)


def adam_step(p, g, m, v, t, lr):
    b1, b2 = 0.9, 0.999
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
    return p - lr * (m / (1 - b1**t)) / ((v / (1 - b2**t)) ** 0.5 + 1e-8), m, v


def train(network, loader, lr, epochs):
    opt = torch.optim.Adam(network.parameters(), lr)
    alle = []
    for _ in range(epochs):
        heute = []
        for x, y in loader:
            opt.zero_grad()
            l = nn.functional.mse_loss(network(x), y)
            l.backward()
            opt.step()
            heute.append(float(l))
        alle.append(sum(heute) / len(heute))
    return None
