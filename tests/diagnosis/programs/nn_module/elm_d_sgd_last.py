# kind: double
# task: train
# task: train
# truth: SGD in place of Adam
# truth: the last batch's loss is reported, no mean
# line: 47, 58
# foreseen: no
import torch
import torch.nn as nn
from torch.utils.data import TensorDataset, DataLoader


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(1, 1)
        self.act = nn.PReLU()
        self.second = nn.Linear(1, 1)

    def forward(self, inp):
        return self.second(self.act(self.first(inp)))


def make_network():
    return Net()


def make_loader(xs, ys):
    ds = TensorDataset(xs, ys)
    return DataLoader(ds, batch_size=1, shuffle=False)


BETA1, BETA2, EPS = 0.9, 0.999, 1e-8


def adam_step(p, g, m, v, t, lr):
    m = BETA1 * m + (1 - BETA1) * g
    v = BETA2 * v + (1 - BETA2) * g * g
    m_corr = m / (1 - BETA1 ** t)
    v_corr = v / (1 - BETA2 ** t)
    denom = v_corr ** 0.5 + EPS
    return p - lr * m_corr / denom, m, v


def train(network, loader, lr, epochs):
    criterion = nn.MSELoss()
    opt = torch.optim.SGD(network.parameters(), lr=lr)
    curve = []
    for _ in range(epochs):
        seen = []
        for inp, target in loader:
            out = network(inp)
            cost = criterion(out, target)
            opt.zero_grad()
            cost.backward()
            opt.step()
            seen.append(cost.item())
        curve.append(seen[-1])
    return curve
