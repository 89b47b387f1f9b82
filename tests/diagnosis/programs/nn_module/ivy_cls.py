# kind: right
# foreseen: unknown
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(1, 1)
        self.bend = nn.PReLU()
        self.outer = nn.Linear(1, 1)

    def forward(self, x):
        return self.outer(self.bend(self.inner(x)))


def epoch(network, loader, optimiser):
    total, count = 0.0, 0
    for x, y in loader:
        value = ((network(x) - y) ** 2).mean()
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        optimiser.step()
        total, count = total + value.detach(), count + 1
    return float(total / count)


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


def make_network():
    return Net()


def make_loader(xs, ys):
    pairs = list(zip(xs, ys))
    return torch.utils.data.DataLoader(pairs, shuffle=False)


def adam_step(p, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g ** 2
    M = m / (1 - 0.9 ** t)
    V = v / (1 - 0.999 ** t)
    return p - lr * M / (V ** 0.5 + 1e-8), m, v


def train(network, loader, lr, epochs):
    optimiser = torch.optim.Adam(network.parameters(), lr)
    return [epoch(network, loader, optimiser) for _ in range(epochs)]
