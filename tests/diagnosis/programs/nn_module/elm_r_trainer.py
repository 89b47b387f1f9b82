# kind: right
# foreseen: no
import math
import torch


def make_network():
    layers = [torch.nn.Linear(1, 1), torch.nn.PReLU(), torch.nn.Linear(1, 1)]
    return torch.nn.Sequential(*layers)


def make_loader(xs, ys):
    return torch.utils.data.DataLoader(list(zip(xs, ys)), batch_size=1)


def _ema(old, new, beta):
    return old + (1 - beta) * (new - old)


def adam_step(p, g, m, v, t, lr):
    m = _ema(m, g, 0.9)
    v = _ema(v, g ** 2, 0.999)
    size = lr * math.sqrt(1 - 0.999 ** t) / (1 - 0.9 ** t)
    eps_hat = 1e-8 * math.sqrt(1 - 0.999 ** t)
    return p - size * m / (math.sqrt(v) + eps_hat), m, v


class Trainer:
    def __init__(self, net, rate):
        self.net = net
        self.optim = torch.optim.Adam(net.parameters(), rate)

    def one(self, x, y):
        self.net.zero_grad()
        err = ((self.net(x) - y) ** 2).mean()
        err.backward()
        self.optim.step()
        return float(err)

    def epoch(self, data):
        vals = [self.one(x, y) for x, y in data]
        return sum(vals) / len(vals)


def train(network, loader, lr, epochs):
    boss = Trainer(network, lr)
    return [boss.epoch(loader) for _ in range(epochs)]
