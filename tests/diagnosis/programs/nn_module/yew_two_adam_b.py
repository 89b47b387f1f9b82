# kind: double
# task: adam_step
# task: adam_step
# truth: The slope is not squared.
# truth: v_hat is corrected with beta1.
# line: 50, 52
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


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.l1 = nn.Linear(1, 1)
        self.act = nn.PReLU()
        self.l2 = nn.Linear(1, 1)

    def forward(self, x):
        x = self.l1(x)
        x = self.act(x)
        return self.l2(x)


def make_network():
    net = Net()
    return net


def make_loader(xs, ys):
    dataset = torch.utils.data.TensorDataset(xs, ys)
    return torch.utils.data.DataLoader(dataset, batch_size=1, shuffle=False)


def adam_step(p, g, m, v, t, lr):
    beta1 = 0.9
    beta2 = 0.999
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g
    m_hat = m / (1 - beta1 ** t)
    v_hat = v / (1 - beta1 ** t)
    p = p - lr * m_hat / (v_hat ** 0.5 + 1e-8)
    return p, m, v


def train(network, loader, lr, epochs):
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        total = 0
        count = 0
        for x, y in loader:
            out = network(x)
            l = criterion(out, y)
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            total += l.item()
            count += 1
        losses.append(total / count)
    return losses
