# truth: right
# parameters: model.fc1.weight right, model.fc1.bias right, model.fc2.weight right, model.fc2.bias right
import numpy as np
import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader
from tqdm import tqdm


class Points(Dataset):
    def __init__(self):
        self.x = torch.linspace(-1, 1, 40).view(-1, 1)
        self.y = 3 * self.x - 1 + 0.1 * torch.randn(40, 1)

    def __getitem__(self, i):
        return self.x[i], self.y[i]

    def __len__(self):
        return len(self.x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(1, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


def train(model, loader, criterion, optimizer, device):
    model.train()
    running = 0.0
    for i, (inputs, labels) in enumerate(tqdm(loader), 0):
        inputs, labels = inputs.to(device), labels.to(device)
        optimizer.zero_grad()
        outputs = model(inputs)
        loss = criterion(outputs, labels)
        loss.backward()
        optimizer.step()
        running += loss.item()
    return running / len(loader)


def main():
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    model = Net().to(device)
    loader = DataLoader(Points(), batch_size=8, shuffle=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    for epoch in range(5):
        print(epoch, train(model, loader, criterion, optimizer, device))


if __name__ == '__main__':
    main()
