# kind: wrong
# task: train
# truth: The losses are those after the update.
# line: 58
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


class Kette(nn.Module):
    def __init__(self):
        super().__init__()
        self.eins = nn.Linear(1, 1)
        self.knick = nn.PReLU()
        self.zwei = nn.Linear(1, 1)

    def forward(self, werte):
        for schicht in (self.eins, self.knick, self.zwei):
            werte = schicht(werte)
        return werte


def make_network():
    return Kette()


def make_loader(xs, ys):
    return torch.utils.data.DataLoader([*zip(xs, ys)])


def adam_step(p, g, m, v, t, lr, *, beta=(0.9, 0.999)):
    one, two = beta
    m += (1 - one) * (g - m)
    v += (1 - two) * (g ** 2 - v)
    fair = m / (1 - one ** t), v / (1 - two ** t)
    return p - lr * fair[0] / (fair[1] ** 0.5 + 1e-8), m, v


def train(network, loader, lr, epochs):
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)

    def one(x, y):
        optimiser.zero_grad()
        error = nn.functional.mse_loss(network(x), y)
        error.backward()
        optimiser.step()
        return nn.functional.mse_loss(network(x), y).item()

    means = []
    for _ in range(epochs):
        losses = [one(x, y) for x, y in loader]
        means.append(sum(losses) / len(losses))
    return means
