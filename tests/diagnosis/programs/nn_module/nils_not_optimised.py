# kind: wrong
# task: train
# truth: a copy of the network is trained, the one handed in stays as it is
# line: 65
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


import numpy as np


def make_network():
    net = nn.Sequential()
    net.add_module("one", nn.Linear(in_features=1, out_features=1))
    net.add_module("bend", nn.PReLU())
    net.add_module("two", nn.Linear(in_features=1, out_features=1))
    return net


def make_loader(xs, ys):
    data = torch.utils.data.TensorDataset(xs, ys)
    order = torch.utils.data.SequentialSampler(data)
    return torch.utils.data.DataLoader(data, sampler=order)


def adam_step(p, g, m, v, t, lr):
    b = np.array([0.9, 0.999])
    now = np.array([g, g**2])
    kept = b * np.array([m, v]) + (1 - b) * now
    whole = kept / (1 - b**t)
    p = p - lr * whole[0] / (np.sqrt(whole[1]) + 1e-8)
    return float(p), float(kept[0]), float(kept[1])


def one_epoch(network, loader, optimiser):
    total = []
    for x, y in loader:
        optimiser.zero_grad()
        out = network(x)
        loss = torch.nn.functional.mse_loss(out, y)
        loss.backward()
        optimiser.step()
        total.append(loss.item())
    return float(np.mean(total))


def train(network, loader, lr, epochs):
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    import copy

    network = copy.deepcopy(network)
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    return [one_epoch(network, loader, optimiser) for _ in range(epochs)]
