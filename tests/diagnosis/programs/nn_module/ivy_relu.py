# kind: wrong
# task: make_network
# truth: relu in place of prelu
# line: 24
# foreseen: unknown
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


def make_network():
    return nn.Sequential(nn.Linear(1, 1), nn.ReLU(), nn.Linear(1, 1))


def make_loader(xs, ys):
    return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(xs, ys), batch_size=1)


def adam_step(p, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g ** 2
    M = m / (1 - 0.9 ** t)
    V = v / (1 - 0.999 ** t)
    return p - lr * M / (V ** 0.5 + 1e-8), m, v


def train(network, loader, lr, epochs):
    opt = torch.optim.Adam(network.parameters(), lr=lr)
    criterion = nn.MSELoss()
    history = []
    for _ in range(epochs):
        values = []
        for x, y in loader:
            l = criterion(network(x), y)
            opt.zero_grad()
            l.backward()
            opt.step()
            values.append(l.item())
        history.append(sum(values) / len(values))
    return history
