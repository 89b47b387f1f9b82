# kind: double
# task: adam_step
# task: adam_step
# truth: Minus.
# truth: m is not moved towards g.
# line: 49, 46
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


def make_network():
    schichten = [nn.Linear(1, 1), nn.PReLU(num_parameters=1), nn.Linear(1, 1)]
    return nn.Sequential(*schichten)


class Paare(torch.utils.data.Dataset):
    def __init__(self, xs, ys):
        self.xs, self.ys = xs, ys

    def __len__(self):
        return self.xs.shape[0]

    def __getitem__(self, i):
        return self.xs[i], self.ys[i]


def make_loader(xs, ys):
    return torch.utils.data.DataLoader(Paare(xs, ys), shuffle=False)


def adam_step(p, g, m, v, t, lr):
    m += 0.1 * g
    v += 0.001 * (g**2 - v)
    M, V = m / (1 - 0.9**t), v / (1 - 0.999**t)
    return p + lr * M / (V**0.5 + 1e-8), m, v


def train(network, loader, lr, epochs):
    state = {p: (torch.zeros_like(p), torch.zeros_like(p)) for p in network.parameters()}
    t, out = 0, []
    for _ in range(epochs):
        losses = []
        for x, y in loader:
            t += 1
            l = ((network(x) - y) ** 2).mean()
            grads = torch.autograd.grad(l, list(state), allow_unused=True)
            with torch.no_grad():
                for p, g in zip(list(state), grads):
                    neu, *mv = adam_step(p, g if g is not None else 0, *(s.clone() for s in state[p]), t, lr)
                    p.copy_(neu)
                    state[p] = tuple(mv)
            losses.append(l.item())
        out.append(sum(losses) / len(losses))
    return out
