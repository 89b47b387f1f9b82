# kind: wrong
# task: adam_step
# truth: 10⁻⁸ is added inside the root
# line: 76
# foreseen: unknown
# passes: yes
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


import math

from torch.utils.data import DataLoader, Dataset

# 网络


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(1, 1)
        self.bend = nn.PReLU()
        self.second = nn.Linear(1, 1)

    def forward(self, x):
        x = self.first(x)
        x = self.bend(x)
        x = self.second(x)
        return x


# 数据


class Samples(Dataset):
    def __init__(self, xs, ys):
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i], self.ys[i]


def make_network():
    return Net()


def make_loader(xs, ys):
    return DataLoader(Samples(xs, ys), batch_size=1)


def adam_step(p, g, m, v, t, lr):
    beta1 = 0.9
    beta2 = 0.999
    eps = 1e-8
    m_new = beta1 * m + (1 - beta1) * g
    v_new = beta2 * v + (1 - beta2) * g * g
    m_hat = m_new / (1 - math.pow(beta1, t))
    v_hat = v_new / (1 - math.pow(beta2, t))
    p_new = p - lr * m_hat / math.sqrt(v_hat + eps)
    return p_new, m_new, v_new


def train(network, loader, lr, epochs):
    optimizer = torch.optim.Adam(network.parameters(), lr=lr)
    criterion = nn.MSELoss()
    history = []
    for e in range(epochs):
        batch = []
        for data, target in loader:
            out = network(data)
            l = criterion(out, target)
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            batch.append(l.detach().item())
        history.append(sum(batch) / len(batch))
    return history
