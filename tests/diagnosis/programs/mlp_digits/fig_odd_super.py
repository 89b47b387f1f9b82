# kind: odd
# task: Network.__init__
# truth: super().__init__() is not called before layers are made.
# foreseen: no
import numpy as np
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self, pixels, hidden, classes):
        self.first = nn.Linear(pixels, hidden)
        self.last = nn.Linear(hidden, classes)

    def forward(self, images):
        return self.last(torch.relu(self.first(images.flatten(1))))


def make_loader(images, labels, batch_size, shuffle):
    return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(images, labels), batch_size=batch_size, shuffle=shuffle)


def train(network, loader, lr, epochs):
    raise NotImplementedError


def accuracy(network, loader):
    raise NotImplementedError
