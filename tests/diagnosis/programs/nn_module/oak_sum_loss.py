# kind: wrong
# task: train
# truth: The sum of the losses is noted.
# line: 51
# foreseen: unknown
import torch
from torch import nn
def set_parameters(network, w1, b1, a, w2, b2):
    linear = [layer for layer in network.modules() if isinstance(layer, nn.Linear)]
    bend = [layer for layer in network.modules() if isinstance(layer, nn.PReLU)]
    with torch.no_grad():
        for layer, weight, bias in zip(linear, (w1, w2), (b1, b2)):
            layer.weight.fill_(weight)
            if layer.bias is not None:
                layer.bias.fill_(bias)
        for layer in bend:
            layer.weight.fill_(a)


from torch.utils.data import DataLoader, TensorDataset

def make_network():
    class Bent(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.bend, self.z = nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1)
        def forward(self, x):
            return self.z(self.bend(self.a(x)))
    return Bent()

def make_loader(xs, ys):
    return DataLoader(TensorDataset(xs, ys), batch_size=1)

def adam_step(p, g, m, v, t, lr):
    m += 0.1 * (g - m)
    v += 0.001 * (g * g - v)
    root = (v / (1 - 0.999 ** t)) ** 0.5
    return p - lr * m / (1 - 0.9 ** t) / (root + 1e-8), m, v

def train(network, loader, lr, epochs):
    optimiser = torch.optim.Adam(network.parameters(), lr)
    criterion = nn.MSELoss()
    means = []
    for _ in range(epochs):
        total = n = 0
        for x, y in loader:
            optimiser.zero_grad()
            (value := criterion(network(x), y)).backward()
            optimiser.step()
            total, n = total + value.item(), n + 1
        means.append(total)
    return means
