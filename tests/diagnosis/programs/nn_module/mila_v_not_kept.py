# kind: wrong
# task: train
# truth: the average v is not kept from one update to the next: it begins at 0 every time
# line: 57
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
    layers = [nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1)]
    return nn.Sequential(*layers)


def make_loader(xs, ys):
    return torch.utils.data.DataLoader(list(zip(xs, ys)), batch_size=1)


def adam_step(p, g, m, v, t, lr):
    m += 0.1 * (g - m)
    v += 0.001 * (g * g - v)
    c1, c2 = 1 - 0.9**t, 1 - 0.999**t
    step = lr * (m / c1) / ((v / c2) ** 0.5 + 1e-8)
    return p - step, m, v


def train(network, loader, lr, epochs):
    # Adam by hand, with adam_step for each parameter
    params = list(network.parameters())
    memory = [(torch.zeros_like(q), torch.zeros_like(q)) for q in params]
    t = 0
    means = []
    for _ in range(epochs):
        losses = []
        for x, y in loader:
            t += 1
            loss = ((network(x) - y) ** 2).mean()
            grads = torch.autograd.grad(loss, params, allow_unused=True)
            with torch.no_grad():
                for i, (q, g) in enumerate(zip(params, grads)):
                    if g is None:
                        continue
                    new, m, v = adam_step(q.detach().clone(), g, memory[i][0].clone(), memory[i][1].clone(), t, lr)
                    memory[i] = (m, torch.zeros_like(v))
                    q.copy_(new)
            losses.append(loss.item())
        means.append(sum(losses) / len(losses))
    return means
