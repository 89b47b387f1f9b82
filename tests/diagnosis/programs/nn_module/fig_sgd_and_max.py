# kind: double
# task: train
# task: train
# truth: Plain SGD in place of Adam.
# truth: The largest loss is returned.
# line: 53, 63
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


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1)])

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def make_network():
    return Net()


def make_loader(xs, ys):
    def together(samples):
        (sample,) = samples
        return tuple(part.reshape(1, 1) for part in sample)
    return torch.utils.data.DataLoader(list(zip(xs, ys)), collate_fn=together)


def adam_step(p, g, m, v, t, lr):
    m += 0.1 * (g - m)
    v += 0.001 * (g * g - v)
    fair_m, fair_v = (average / (1 - beta**t) for average, beta in ((m, 0.9), (v, 0.999)))
    return p - lr * fair_m / (fair_v**0.5 + 1e-8), m, v


def train(network, loader, lr, epochs):
    optimiser = torch.optim.SGD(network.parameters(), lr)

    def visit(x, y):
        optimiser.zero_grad()
        (value := nn.functional.mse_loss(network(x), y)).backward()
        optimiser.step()
        return value.item()

    def epoch():
        values = [visit(x, y) for x, y in loader]
        return max(values)

    return [epoch() for _ in range(epochs)]
