# kind: right
# foreseen: unknown
import numpy as np
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self, pixels, hidden, classes):
        super().__init__()
        self.body = nn.Sequential(nn.Flatten(), nn.Linear(pixels, hidden), nn.ReLU(), nn.Linear(hidden, classes))

    def forward(self, images):
        return self.body(images)


class Images(torch.utils.data.Dataset):
    def __init__(self, images, labels):
        self.images, self.labels = images, labels

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, place):
        return self.images[place], self.labels[place]


def make_loader(images, labels, batch_size, shuffle):
    return torch.utils.data.DataLoader(Images(images, labels), shuffle=shuffle, batch_size=batch_size, drop_last=False)


def train(network, loader, lr, epochs):
    network.train(True)
    optimiser = torch.optim.SGD(network.parameters(), lr, 0.9)
    history = []
    for _ in range(epochs):
        losses = []
        for images, labels in loader:
            each = nn.functional.cross_entropy(network(images), labels, reduction="none")
            losses.append(each.detach())
            optimiser.zero_grad(set_to_none=False)
            each.mean().backward()
            optimiser.step()
        history.append(torch.cat(losses).mean().item())
    return history


@torch.no_grad()
def accuracy(network, loader):
    network.train(False)
    right = total = 0
    for images, labels in loader:
        right += int((network(images).max(dim=1).indices == labels).sum())
        total += labels.numel()
    return right / total
