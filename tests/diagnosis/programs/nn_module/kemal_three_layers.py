# kind: wrong
# task: make_network
# truth: there are three linear layers in place of two
# line: 28 or 25
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
    """Return the network."""
    network = nn.Sequential(
        nn.Linear(1, 1),
        nn.PReLU(),
        nn.Linear(1, 1),
        nn.Linear(1, 1),
    )
    return network


def make_loader(xs, ys):
    """Return the loader."""
    dataset = torch.utils.data.TensorDataset(xs, ys)
    loader = torch.utils.data.DataLoader(dataset, batch_size=1, shuffle=False)
    return loader


def adam_step(p, g, m, v, t, lr):
    """Return (p, m, v) after one step."""
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    M = m / (1 - 0.9**t)
    V = v / (1 - 0.999**t)
    p = p - lr * M / (V**0.5 + 1e-8)
    return p, m, v


def train(network, loader, lr, epochs):
    """Return each epoch's mean loss."""
    loss_fn = nn.MSELoss()
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        count = 0
        for x, y in loader:
            prediction = network(x)
            loss = loss_fn(prediction, y)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item()
            count += 1
        losses.append(total / count)
    return losses
