# kind: wrong
# task: train
# truth: The sum over the batch is differentiated, not its mean.
# line: 39
# foreseen: no
import numpy as np
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self, pixels, hidden, classes):
        super().__init__()
        sizes = [pixels, hidden, classes]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, images):
        values = torch.reshape(images, (images.size(0), -1))
        first, last = self.layers
        return last(first(values).relu())


def make_loader(images, labels, batch_size, shuffle):
    pairs = [(image, label) for image, label in zip(images, labels)]
    return torch.utils.data.DataLoader(pairs, batch_size, shuffle)


def train(network, loader, lr, epochs):
    network.train()
    mover = torch.optim.SGD(list(network.parameters()), lr=lr, momentum=0.9)
    criterion = nn.CrossEntropyLoss(reduction="sum")

    def epoch():
        total = count = 0
        for images, labels in loader:
            size = len(labels)
            value = criterion(network(images), labels)
            network.zero_grad()
            value.backward()
            mover.step()
            total, count = total + value.item(), count + size
        return total / count

    return [epoch() for _ in range(epochs)]


def accuracy(network, loader):
    network.eval()
    with torch.inference_mode():
        hits = [network(images).argmax(1).eq(labels) for images, labels in loader]
    return torch.cat(hits).double().mean().item()
