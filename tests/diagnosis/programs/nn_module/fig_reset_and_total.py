# kind: double
# task: train
# task: train
# truth: The optimiser is made anew in each epoch.
# truth: The losses are summed over the batches, not averaged.
# line: 50, 61
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
    layers = nn.Sequential()
    layers.append(nn.Linear(1, 1))
    layers.append(nn.PReLU())
    layers.append(nn.Linear(1, 1))
    return layers


def make_loader(xs, ys):
    data = torch.utils.data.TensorDataset(xs, ys)
    return torch.utils.data.DataLoader(data, batch_size=1, shuffle=False)


def adam_step(p, g, m, v, t, lr):
    b1, b2 = 0.9, 0.999
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    top = m / (1 - b1**t)
    bottom = (v / (1 - b2**t)) ** 0.5
    return p - lr * top / (bottom + 1e-8), m, v


def train(network, loader, lr, epochs):
    loss_function = nn.MSELoss()
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    history = []
    for epoch in range(epochs):
        optimiser = torch.optim.Adam(network.parameters(), lr=lr)
        total = 0.0
        number = 0
        for x, y in loader:
            prediction = network(x)
            value = loss_function(prediction, y)
            optimiser.zero_grad()
            value.backward()
            optimiser.step()
            total += value.item()
            number += 1
        history.append(total)
    return history
