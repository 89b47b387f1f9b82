# kind: double
# task: train
# task: train
# truth: The momentum is 0.5.
# truth: The loss of the last batch is noted.
# line: 104, 117
# foreseen: unknown
import numpy as np
import torch
from torch import nn
PIXELS = """
005d910000dfaf5003f20b8004c008800580098004b01c7002e5ac00006da000
000cd500000bg900003fg60007fgg200001gg300001gg600001gg600000bga00
0004fc00003gfe00008d8g000016fb00018df10009gg500003dggb500003bg90
007fd10008d6f400021dd000002fb1000001cc1000001a8000845e90007dd900
0001b00000078000001d6220007f098005ga0g6004fgdg100003fa000002g400
00ca000000egge0000dgfa1000bgg70000047g7000004g900054cg40009gga00
000cd000005g800000dg300000ed000000fc720000dgdg30007gbf800019fb30
0078dgf100774bc000008d100488ff6002bff400000g5000009f100000d50000
009e810000ceec00009a0f40003gce20004gg20003g8ad2001f13g8000bgfb10
00bc000002gggd0003gcae0001g1cf0000dg9f20000309b000009f40009cd300
0019fb0000bg8e6002ga099001g4088004g4088001g51b3000ccaa00001ad300
0000ed100005gg20000egc0001aggc0003ceg9000005gf000004ge000001dg10
005c100000fe700000d1c00002a0e0000020g1000006f000009gf982003b8dc4
029fe93004d89g800006ef30000be2000002fb0000002f400156dg6002ccdb00
0008f100001ed11000af3fb007g71g8009gdeg5001afge000001ga00000af400
05cdgg200bgf840008eb100008gge0000166g0000005g300015fd00004fg2000
0008f100000ce000003g7000006g2000007ggd5000fg99e0003e92g20007fgb0
0018fa0003dfee0005a0ac000035fa2000ggggc0018ce830000ad000000b9000
00a7d900009acf20004bab00001ga10000cd400000c1c00001a2e00000be5000
006e400000bga000008eg200001ccb0000000b30000005b0001447g2007ggdb1
003db70000bggg2004g91e2004g00g2000g10c8000f90d60009e9e10002cd400
0002gg200004gg20014cgc0007gggc00003age000008gc000006gg200002cf40
008g500001dbg00000a0d3000031g1000009c000003f500000ef8830007cccd1
018cfe4003b88cc000002d700002fc100000d50000009d000078ef0000efb200
0000c2000006e100004g780000d90g6006gabg00005adg0000006g000000c800
00c8870003ggb70002e1000005e5000002fg90000002g2000048g40000be9000
001de300008gd20002gg300003gc100005ge500003gggg6001egggc0003cfe70
0008ee200006afb000000ea0028bcg8008gggg700000bf100009g700000cd100
00ab400000afdd10008b0e40000dfd0001bgg00001f39a0000e6fa00008e7100
009d700000cgg20000cdg600006gge0000002g30000009a00037ceg2007cccb0
00aeb30004gd6e1004g20b7008g00a5008g00e4008g01g1004g1bf0000bgc300
0000c5000002gc00001cgb0002cgga0006b5f6000001g9000002gb000003g800
0005ec20007f8e4000623d100001d400001b900008gd000005egb2000006cd30
009gd6000065gg000008f5000005e30000009f2000000bc00048bfc000bec800
0009f100004gc00000fe2b3004g94ga009gbdg20009gge000008g6000009g200
02dgggb005ga541006g7300009ggg6000384bf000001cf00004dg60002gf8000
0005e200001db000005g2000006f500001fgfb1002de1c90004g7d900005gf30
0009fc0000477e0000000d300498ad1004gfgg600000e3000009c000000b7000
0077dg4000dd6c7000a4ab10008ga00003eg0000088b500004a9800001bg6000
002d8000006gg600005fdb000007gf0000000e30000007b0000344g2002fded2
006ea20000ffdf3002ga0d9001g50c5000g30d6001f56d1000gbea00007gb100
0001b9000007gd00004eg9000agbg8000003g6000003g8000005ga000002e600
0003fa10000bag40000c1f6000034f400006f60004fg900000dgf93000049e70
01afb1000388bc000005ef10000bf2000004f2000000ca000034ag1000dgfa00
0006g400001df10001bg500008ga0a600cg89gc002fggg700004gb000007g300
06d5881008gggg6006g9640006ggf5000045fc000003g900018df30004gf3000
000ad10001bc700002gc000004gb000004gf840004ggdg60007g7de00007ff50
009ggg5001ea8g8000007g30038bfgb008ggfb30002g7000008g100000da0000
00bac40000cd9g10007dbg00001ge40000agd00000e7c70004e4cd0001bec400
00da100005ge700004g8e00002egg60000149d1000000d60005859e000ddfgd0
"""
def digits():
    """Return all images, shape (50, 8, 8), numbers from 0 to 1, and their labels, shape (50,)."""
    numbers = [[int(pixel, 17) / 16 for pixel in line] for line in PIXELS.split()]
    labels = [place % 10 for place in range(len(numbers))]
    return torch.from_numpy(np.reshape(numbers, (-1, 8, 8))), torch.from_numpy(np.array(labels))
def start(network):
    """Give all parameters of a network fixed numbers, so that a training has one right result."""
    with torch.no_grad():
        for p in network.double().parameters():
            numbers = [1.7 * place + p.numel() for place in range(p.numel())]
            p.copy_(torch.from_numpy(0.2 * np.sin(numbers)).reshape(p.shape))
    return network
def some_batches(places, size):
    """Return the digits at some places as a list of batches (images, labels)."""
    images, labels = digits()
    places = torch.from_numpy(np.asarray(places)).long()
    return list(zip(images[places].split(int(size)), labels[places].split(int(size))))



class Network(nn.Module):
    def __init__(self, pixels, hidden, classes):
        super().__init__()
        self.fc1 = nn.Linear(pixels, hidden)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(hidden, classes)

    def forward(self, images):
        x = images.view(images.shape[0], -1)
        x = self.fc1(x)
        x = self.relu(x)
        return self.fc2(x)


def make_loader(images, labels, batch_size, shuffle):
    dataset = torch.utils.data.TensorDataset(images, labels)
    return torch.utils.data.DataLoader(dataset, batch_size=batch_size, shuffle=shuffle)


def train(network, loader, lr, epochs):
    network.train()
    optimizer = torch.optim.SGD(network.parameters(), lr=lr, momentum=0.5)
    result = []
    for epoch in range(epochs):
        total = 0.0
        n = 0
        for images, labels in loader:
            optimizer.zero_grad()
            out = network(images)
            l = nn.functional.cross_entropy(out, labels)
            l.backward()
            optimizer.step()
            total += l.item() * len(labels)
            n += len(labels)
        result.append(l.item())
    return result


def accuracy(network, loader):
    network.eval()
    right = 0
    n = 0
    with torch.no_grad():
        for images, labels in loader:
            out = network(images)
            right += (out.argmax(dim=1) == labels).sum().item()
            n += len(labels)
    return right / n
