r"""
# A network that reads digits

Now everything comes together: real data, a network as a class of its own, a loader, a training, and a fair
test. The data are 50 handwritten digits, a small part of the set *Optical Recognition of Handwritten Digits*
(E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, CC BY 4.0) that comes with scikit-learn. Each
image has 8 times 8 pixels. 30 are for training, 3 of each digit, and 20 for testing: an honest test asks for
images that the network has never seen.

**The network.** The pixels of an image in one row, a linear layer to some hidden nodes, a ReLU, a linear
layer to ten *outputs*, one for each digit. The outputs are any numbers. No softmax makes shares of them,
because the loss does that itself. As a class it derives from `torch.nn.Module`: `__init__` makes the layers,
`forward` says how an input goes through them. A module finds its parameters by itself, but only in attributes
that are modules. In a plain Python list it does not look.

**The loader.** A `DataLoader` puts samples together in batches. For training it *shuffles* them, anew in
every epoch, each image with its own label. If the batch size does not divide the number of samples, the last
batch is smaller, and it counts all the same.

**The training.** The loss is the cross-entropy, `torch.nn.functional.cross_entropy(outputs, labels)`, the
mean over a batch. The optimiser is `torch.optim.SGD(network.parameters(), lr=…, momentum=0.9)`. It remembers
its speed from one update to the next, so there is one for the whole training. What an epoch reports is the
mean loss of its *samples*.

**Two modes.** Some layers, such as batch normalisation and dropout, behave differently in training and in
use. `network.train()` and `network.eval()` switch them. A training begins with the first, a test with the
second.

**One number worked out.** A network that knows nothing gives ten equal outputs. Each digit has the share
1/10, and the cross-entropy is -ln(1/10) = 2.3026. If a batch of 8 samples has the mean loss 1 and a last
batch of 2 samples has the mean loss 2, then the mean over the samples is (8·1 + 2·2)/10 = 1.2, not 1.5.

**What to expect.** With 16 hidden nodes, batches of 8 and the learning rate 0.1, starting as below, the loss
is 2.3063 in the first epoch and 0.0197 in the 15th. Then the network reads all 30 training images and all 20
others. Guessing
would read 2. But 20 images are few: on the 1747 others of scikit-learn's set, the share is 0.69.

**What to write.** The class, the loader, the training, and the test. Try your file with
`python mlp_digits.py`, then hand it in.
"""

import numpy as np
import torch
from torch import nn

from grader.author import alternative, draw, misconception, rewrite, scenario, slip, task

# One image a line, a character a pixel: 0 is white, g is black. Line i shows the digit i modulo 10.
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
    """Linear, ReLU, linear: from images to one output for each class."""

    @task
    def __init__(self, pixels, hidden, classes):
        """Make the layers: a linear one from the pixels to the hidden nodes, one from these to the classes.

        pixels: how many pixels an image has.  hidden: how many hidden nodes.  classes: how many outputs.
        """
        super().__init__()
        self.hidden = nn.Linear(pixels, hidden)
        self.output = nn.Linear(hidden, classes)

    @task
    def forward(self, images):
        """Return the outputs, shape (n, classes).

        images: shape (n, height, width), height·width pixels each.
        """
        return self.output(torch.relu(self.hidden(images.flatten(1))))


@task
def make_loader(images, labels, batch_size, shuffle):
    """Return a DataLoader that hands out batches (images, labels), all samples in every epoch.

    images: shape (n, height, width).  labels: shape (n,), whole numbers.
    batch_size: how many samples a batch holds; the last may be smaller.
    shuffle: whether each epoch has an order of its own; if not, the samples keep theirs.
    """
    dataset = torch.utils.data.TensorDataset(images, labels)
    return torch.utils.data.DataLoader(dataset, batch_size=batch_size, shuffle=shuffle)


@task
def train(network, loader, lr, epochs):
    """Train in training mode with SGD, momentum 0.9, an update for each batch; return the epochs' losses.

    network: a torch.nn.Module, images to outputs; its parameters are changed in place.
    loader: what gives all batches (images, labels) each time you go through it: a DataLoader, or a list.
    lr: the learning rate.  epochs: how many walks through the loader.

    Returns a list of numbers, one for each epoch: the mean loss of its samples, before their batch's update.
    """
    network.train()
    optimiser = torch.optim.SGD(network.parameters(), lr=lr, momentum=0.9)
    losses = []
    for _ in range(epochs):
        total, samples = 0.0, 0
        for images, labels in loader:
            loss = nn.functional.cross_entropy(network(images), labels)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(labels)
            samples += len(labels)
        losses.append(total / samples)
    return losses


@task
def accuracy(network, loader):
    """Return the share of samples whose largest output is that of their label, a number from 0 to 1.

    network: a torch.nn.Module in any mode; it is tested in evaluation mode. Its numbers stay as they are.
    loader: what gives all batches (images, labels): a DataLoader, or a list.
    """
    network.eval()
    right, samples = 0, 0
    with torch.no_grad():
        for images, labels in loader:
            right += (network(images).argmax(dim=1) == labels).sum().item()
            samples += len(labels)
    return right / samples


# ---- for instructors ------------------------------------------------------------------------------


def passes(network, loader, optimiser, weigh, criterion=nn.functional.cross_entropy, clear=True):
    """Do the updates of one epoch; return the mean of the losses, weighed by what weigh makes of a batch."""
    losses, weights = [], []
    for images, labels in loader:
        loss = criterion(network(images), labels)
        if clear:
            optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
        weights.append(weigh(labels))
    return sum(loss * weight for loss, weight in zip(losses, weights)) / sum(weights)


def sgd(network, lr, momentum=0.9):
    """Put a network into training mode and return its optimiser."""
    return torch.optim.SGD(network.train().parameters(), lr=lr, momentum=momentum)


def loader_of(images, labels, **words):
    """Return a loader with any options."""
    return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(images, labels), **words)


def outputs_of(network, loader):
    """Return all outputs and labels in evaluation mode."""
    with torch.no_grad():
        pairs = [(network.eval()(images), labels) for images, labels in loader]
    return torch.cat([outputs for outputs, _ in pairs]), torch.cat([labels for _, labels in pairs])


@alternative("Network.__init__", "Network.forward")
class InSequence:
    def __init__(self, pixels, hidden, classes):
        super(Network, self).__init__()
        self.layers = nn.Sequential(
            nn.Flatten(), nn.Linear(pixels, hidden), nn.ReLU(), nn.Linear(hidden, classes)
        )

    def forward(self, images):
        return self.layers(images)


@alternative("Network.__init__", "Network.forward")
class InAModuleList:
    def __init__(self, pixels, hidden, classes):
        nn.Module.__init__(self)
        self.layers = nn.ModuleList([nn.Linear(pixels, hidden), nn.Linear(hidden, classes)])

    def forward(self, images):
        hidden = self.layers[0](images.reshape(len(images), -1))
        return self.layers[1](hidden.clamp(min=0))


@alternative(train)
def momentum_by_hand(network, loader, lr, epochs):
    network.train()
    parameters, losses = list(network.parameters()), []
    speeds = [torch.zeros_like(p) for p in parameters]
    for _ in range(epochs):
        every = []
        for images, labels in loader:
            each = -torch.log_softmax(network(images), dim=1)[torch.arange(len(labels)), labels]
            for p, speed, slope in zip(parameters, speeds, torch.autograd.grad(each.mean(), parameters)):
                speed.mul_(0.9).add_(slope)
                p.data -= lr * speed
            every += each.tolist()
        losses.append(sum(every) / len(every))
    return losses


@alternative(train)
def with_a_criterion(network, loader, lr, epochs):
    optimiser = sgd(network, lr)
    return [passes(network, loader, optimiser, len, nn.CrossEntropyLoss()) for _ in range(epochs)]


@alternative(accuracy)
def all_at_once(network, loader):
    outputs, labels = outputs_of(network, loader)
    return (outputs.argmax(1) == labels).double().mean()


@misconception("Network.__init__", "Network.forward", title="Layers in a plain list")
class LayersInAPlainList:
    """Your network has no parameters. In which attributes does a module look for them?
    Hint: Print `list(network.parameters())`.
    Hint: There is a kind of list that is a module, too."""

    def __init__(self, pixels, hidden, classes):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(pixels, hidden), nn.Linear(hidden, classes)]

    def forward(self, images):
        return self.layers[1](torch.relu(self.layers[0](images.flatten(1))))


@misconception("Network.__init__", "Network.forward", title="No hidden layer")
class NoHiddenLayer:
    """Your network has one linear layer. How many has the story's?
    Hint: Print the shapes of your parameters. Which of them depend on the number of hidden nodes?"""

    def __init__(self, pixels, hidden, classes):
        nn.Module.__init__(self)
        self.only = nn.Linear(pixels, classes)

    def forward(self, images):
        return self.only(images.flatten(1))


def some(count):
    """Draw some of the digits."""
    return draw(lambda rng: rng.permutation(50)[:count].astype(float))


def read(rng):
    """Draw outputs for 11 samples, 4, 7 or 8 of them read right, unevenly over three batches."""
    return scores_of(rng, rng.choice(UNEVEN))


def scores_of(rng, right):
    """Draw outputs for samples of which these are read right."""
    scores = rng.normal(size=(11, 5))
    ranks = np.argsort(scores, axis=1)
    return {"scores": scores, "labels": np.where(right, ranks[:, -1], ranks[:, -2]).astype(float), "size": 4}


def six_read(rng):
    """Give outputs that are always the same, 6 of 11 read right."""
    return scores_of(np.random.default_rng(2), np.array([1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1]))


def parts(program, rng, hidden):
    """Count the parameters that a network finds in itself, and how many numbers they hold."""
    shapes = [tuple(p.shape) for p in program.Network(64, int(hidden), 10).parameters()]
    return {"parameters": len(shapes), "numbers in them": sum(torch.Size(shape).numel() for shape in shapes)}


def outputs(program, rng, hidden, chosen):
    """Look at the outputs for some images."""
    images, _ = digits()
    network = start(program.Network(64, int(hidden), 10))
    return {"outputs": network(images[torch.as_tensor(chosen).long()]).detach().numpy()}


def batches(program, rng, chosen, size):
    """Go through an unshuffled loader."""
    images, labels = digits()
    places = torch.as_tensor(chosen).long()
    found = list(program.make_loader(images[places], labels[places], int(size), False))
    return {
        "sizes": [len(y) for _, y in found],
        "labels": [int(label) for _, y in found for label in y],
        "brightness": [float(image.sum()) for x, _ in found for image in x],
    }


def shuffled(program, rng, size):
    """Go through a shuffled loader twice; what comes out must not hang on how it shuffles."""
    images, labels = digits()
    loader = program.make_loader(images, labels, int(size), True)
    epochs = [
        [(float(image.sum()), int(label)) for x, y in loader for image, label in zip(x, y)] for _ in "12"
    ]
    own = [(float(image.sum()), int(label)) for image, label in zip(images, labels)]
    return {
        "samples": [len(epoch) for epoch in epochs],
        "samples with their own labels": [len(set(epoch) & set(own)) for epoch in epochs],
        "first epoch in another order": float(epochs[0] != own),
        "second epoch in another order": float(epochs[1] != epochs[0]),
    }


def training(program, rng, chosen, size, hidden, lr, epochs):
    """Train a network without modes."""
    layers = [nn.Linear(64, int(hidden)), nn.ReLU(), nn.Linear(int(hidden), 10)]
    network = start(nn.Sequential(nn.Flatten(), *layers))
    losses = program.train(network, some_batches(chosen, size), lr, int(epochs))
    return {"losses": losses, "last bias": network[3].bias.detach().numpy()}


def training_after_a_test(program, rng, chosen, size, hidden, lr, epochs):
    """Train a network that was left in evaluation mode."""
    hidden = int(hidden)
    layers = [nn.Linear(64, hidden), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Linear(hidden, 10)]
    network = start(nn.Sequential(nn.Flatten(), *layers)).eval()
    losses = program.train(network, some_batches(chosen, size), lr, int(epochs))
    return {"losses": losses, "last bias": network[4].bias.detach().numpy()}


def test_after_training(program, rng, chosen, size, hidden):
    """Test a network that was left in training mode, and look at the numbers that this mode would change."""
    hidden = int(hidden)
    layers = [nn.Linear(64, hidden), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Linear(hidden, 10)]
    network = start(nn.Sequential(nn.Flatten(), *layers)).train()
    share = program.accuracy(network, some_batches(chosen, size))
    return {"accuracy": share, "running mean": network[2].running_mean.numpy()}


def reading(program, rng, scores, labels, size):
    """Test a network whose outputs are given: it hands on what it gets."""
    scores, labels = torch.as_tensor(scores), torch.as_tensor(labels).long()
    batches = list(zip(scores.split(int(size)), labels.split(int(size))))
    return {"accuracy": program.accuracy(nn.Identity(), batches)}


def everything(program, rng, hidden, lr, epochs):
    """Train on 30 digits and read all."""
    images, labels = digits()
    network = start(program.Network(64, int(hidden), 10))
    seen = program.make_loader(images[:30], labels[:30], 8, False)
    losses = program.train(network, seen, lr, int(epochs))
    new = program.make_loader(images[30:], labels[30:], 8, False)
    return {"losses": losses, "seen": program.accuracy(network, seen), "new": program.accuracy(network, new)}


# fmt: off
with_a_list_of_pairs = rewrite(make_loader,
    ..., "return torch.utils.data.DataLoader(list(zip(images, labels)), batch_size, shuffle)")
module_not_begun = slip("Network.__init__", "super().__init__()", "").says("""
    PyTorch stops when you assign your first layer. What has to be called before a module takes layers?
    Hint: Read the last line of the error.""")
softmax_at_the_end = slip("Network.forward",
    ..., "return torch.softmax(self.output(torch.relu(self.hidden(images.flatten(1)))), dim=1)").says("""
    Your outputs are shares that add up to 1. Who makes shares of them here, the network or the loss?
    Hint: Look up what `cross_entropy` expects. What happens if softmax is taken twice?""")
no_bend = slip("Network.forward", ..., "return self.output(self.hidden(images.flatten(1)))").says("""
    Your two layers do the work of one. What stands between them?
    Hint: Two linear layers without a bend are a linear layer.""")
bend_at_the_end = slip("Network.forward",
    ..., "return torch.relu(self.output(torch.relu(self.hidden(images.flatten(1)))))").says("""
    None of your outputs is negative. May they be any numbers, by the story?
    Hint: A digit whose output is cut off at 0 has no slope any more. Where should the ReLU stand?""")
whole_batch_in_one_row = slip("Network.forward", "1", "").says("""
    You put the pixels of all images into one row. How many numbers does the first layer expect?
    Hint: Print the shape of what you give to it, for a batch of 5 images.""")
pixels_of_several_images_mixed = slip("Network.forward", ...,
    "rows = images.reshape(-1, len(images)).T; return self.output(torch.relu(self.hidden(rows)))").says("""
    Each of your rows holds pixels of several images. Does `reshape` exchange rows and columns?
    Hint: Give your network one image alone, and then with four others. Do its outputs stay?""")
last_batch_dropped = slip(make_loader,
    ..., "return loader_of(images, labels, batch_size=batch_size, shuffle=shuffle, drop_last=True)").says("""
    The samples of the last, smaller batch never come. Do they count?
    Hint: Add up the sizes of your batches.""")
never_shuffled = slip(make_loader, ..., "return loader_of(images, labels, batch_size=batch_size)").says("""
    Your samples come in the same order in every epoch, whatever shuffle says.
    Hint: Go through your loader twice and print the labels.""")
always_shuffled = slip(make_loader,
    ..., "return loader_of(images, labels, batch_size=batch_size, shuffle=True)").says("""
    Your samples are shuffled even if nobody asked for it. What is the argument for?
    Hint: Make a loader with shuffle=False and print the labels.""")
shuffled_once = slip(make_loader, "dataset =",
    "order = torch.randperm(len(images)) if shuffle else torch.arange(len(images))\n    dataset =",
    "images, labels", "images[order], labels[order]",
    "shuffle=shuffle", "shuffle=False").says("""
    You shuffle once, and every epoch has the same order. Does the story shuffle once, or in every epoch?
    Hint: Go through your loader twice and print the labels.""")
labels_left_behind = slip(make_loader, "dataset =",
    "order = torch.randperm(len(images)) if shuffle else torch.arange(len(images))\n    dataset =",
    "images, labels", "images[order], labels").says("""
    You shuffle the images, and the labels stay where they are. What is then learned?
    Hint: Is the label beside an image still its own?""")
one_by_one = slip(make_loader, ..., "return loader_of(images, labels, shuffle=shuffle)").says("""
    Each of your batches holds one sample. What is the batch size for?
    Hint: Print the shape of the images in your batches.""")
gradients_pile_up = slip(with_a_criterion, "nn.CrossEntropyLoss()", "clear=False").says("""
    Your first update is right, the later ones use slopes of earlier batches as well.
    Hint: What does `backward` do with what is in a buffer already?""")
new_optimiser_every_epoch = slip(train,
    ..., "return [passes(network, loader, sgd(network, lr), len) for _ in range(epochs)]").says("""
    Your first epoch is right. In the second one the optimiser has forgotten its speed.
    Hint: Where do you make the optimiser: before the loop over the epochs, or in it?""")
no_momentum = slip(with_a_criterion, "lr", "lr, momentum=0", ", nn.CrossEntropyLoss()", "").says("""
    Your optimiser has no memory. Which of its arguments is missing?
    Hint: Your first update is right. What does the second one know of it?""")
small_batch_weighs_as_much = slip(with_a_criterion, "len, nn.CrossEntropyLoss()", "lambda labels: 1").says("""
    Your updates are right. You report the mean of the batches' losses: does a small batch weigh as much?
    Hint: The story works out the mean for a batch of 8 and a batch of 2.""")
last_batch_reported = slip(train, "total / samples", "loss.item()").says("""
    Your updates are right. You report the loss of the last batch only.
    Hint: Which loss does your variable hold when the loop over the batches is over?""")
shares_given_to_the_loss = slip(train, "network(images)", "torch.softmax(network(images), dim=1)").says("""
    Your loss gets shares in place of outputs. What does `cross_entropy` do with what it gets?
    Hint: If softmax is taken twice, can the loss come near 0?""")
squared_error_of_the_labels = slip(train, "cross_entropy(network(images), labels)",
    "mse_loss(network(images), nn.functional.one_hot(labels, 10).double())").says("""
    You take a squared error to labels written as zeros and ones. Which loss does the story use?
    Hint: Compare your loss of the first batch with the story's 2.3026.""")
cleared_before_the_step = slip(train, "optimiser.zero_grad()", "",
    "loss.backward()", "loss.backward(); optimiser.zero_grad()").says("""
    Your parameters never change. In which order do you clear, go backward, and step?
    Hint: Print a gradient just before the step.""")
mode_left_as_it_was = slip(train, "network.train()", "").says("""
    You train in whatever mode the network happens to be. In which mode should a training begin?
    Hint: Test the network, then train it, then print `network.training` within the training.""")
tested_in_training_mode = slip(accuracy, "network.eval()", "").says("""
    You test the network in whatever mode it happens to be. In which mode should it be tested?
    Hint: A network with batch normalisation: test one sample alone, and then with others. Is it read alike?
    """)
mean_of_the_batches = slip(accuracy, "sum()", "double().mean()", "len(labels)", "1").says("""
    You take the mean of the batches' shares. Does a small batch weigh as much as a large one?
    Hint: 8 of 8 right in one batch, 0 of 2 in the other: which share of the samples is that?""")
counted_not_divided = slip(all_at_once, "double", "sum", "mean", "item").says("""
    You return how many are right. The task asks for their share.
    Hint: Can yours be larger than 1?""")
divided_by_the_number_of_batches = slip(all_at_once, "double", "sum",
    "mean()", "item() / len(list(loader))").says("""
    You divide by the number of batches. A share of the samples: by what is it divided?
    Hint: Can yours be larger than 1?""")
share_of_the_wrong = slip(all_at_once, "==", "!=", "mean()", "mean().item()").says("""
    The better the network, the smaller your number. Which samples do you count?
    Hint: What should a network that reads everything right get?""")
last_batch_only = slip(accuracy, "right +=", "right =", "samples +=", "samples =").says("""
    Your share is that of the last batch. What becomes of the batches before it?
    Hint: Print what you count, batch by batch.""")
smallest_output = slip(all_at_once, "argmax", "argmin", "mean()", "mean().item()").says("""
    You take the smallest output for the answer. Which output means that the network is sure of a digit?
    Hint: Cross-entropy makes the output of the right digit grow. Where do you look for it?""")
UNEVEN = [
    [1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0],
    [1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0],
    [0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0],
]
eleven = [3.0, 41.0, 17.0, 8.0, 25.0, 12.0, 36.0, 30.0, 4.0, 19.0, 7.0]
checks = [
    scenario(Network.__init__, hidden=7, title="the parameters of a network", public=True)(parts),
    scenario(Network.__init__, hidden=13, title="the parameters of another network")(parts),
    scenario(Network.forward, Network.__init__, hidden=3, chosen=[4.0, 17.0], title="outputs for two digits",
        public=True)(outputs),
    scenario(Network.forward, Network.__init__, hidden=6, chosen=some(5), title="outputs for five digits",
        points=2)(outputs),
    scenario(make_loader, chosen=eleven, size=4, title="batches of four", public=True)(batches),
    scenario(make_loader, chosen=some(17), size=5, title="batches of five")(batches),
    scenario(make_loader, size=8, title="shuffled batches of eight", public=True)(shuffled),
    scenario(train, chosen=eleven, size=4, hidden=3, lr=0.2, epochs=3, title="a training on eleven digits",
        public=True)(training),
    scenario(train, chosen=some(17), size=5, hidden=6, lr=0.1, epochs=4, title="a training on fresh digits",
        points=2)(training),
    scenario(train, chosen=eleven, size=4, hidden=5, lr=0.1, epochs=3, title="a training after a test",
        public=True)(training_after_a_test),
    scenario(accuracy, inputs=six_read, title="how many are read", public=True)(reading),
    scenario(accuracy, inputs=read, title="how many fresh ones are read")(reading),
    scenario(accuracy, chosen=eleven, size=4, hidden=6, title="a test after a training",
        public=True)(test_after_training),
    scenario(train, Network.__init__, Network.forward, make_loader, accuracy, hidden=16, lr=0.1, epochs=15,
        title="thirty digits seen, twenty new ones", points=2)(everything),
]
