r"""
# The same loop with the library's parts

Model, loss, slopes, step, clearing: you have written every part of a training by hand. PyTorch has all of
them ready made. This page builds the loop once more from these parts, and each of them is an old friend:

    torch.nn.Linear(1, 1)       w·x + b, its parameters made and registered for you       forward
    torch.nn.MSELoss()          the mean squared error                                    loss
    loss.backward()             autograd                                                  quadratic
    torch.optim.Adam(…)         moves the parameters: optimiser.step()                    update_step
    optimiser.zero_grad()       clears their gradient buffers                             zero_grad
    torch.utils.data            hands out the samples, batch by batch                     the inner loop

**The network.** `torch.nn.Sequential(…)` puts layers one behind the other. Ours has three: a linear layer
from one number to one number, a bend, and another linear layer. The bend is `torch.nn.PReLU()`: z where z is
above 0, and a·z below, where the slope a is a parameter that is trained like the others. So there are five
parameters: w1, b1, a, w2, b2.

Layers want batches. An input is a tensor of shape (n, 1), a row for each sample, and so is the prediction.

**The data.** A `TensorDataset(xs, ys)` holds the samples, and a `DataLoader(dataset, batch_size=…)` hands
them out: `for x, y in loader` goes through all batches once, which is one epoch, and does so again in the
next. With a batch size of 1 every sample makes an update of its own, as in `quadratic`. On request the loader
shuffles the samples. We leave them in their order here, so that a training has one right result.

**The step.** `torch.optim.Adam(network.parameters(), lr=0.01)` is no plain gradient descent. It remembers,
for each parameter, an average m of its slopes and an average v of their squares. With the slope g, the update
number t (counted from 1) and the learning rate lr,

    m becomes  0.9·m + 0.1·g
    v becomes  0.999·v + 0.001·g²
    p becomes  p - lr · M / (√V + 10⁻⁸)      where  M = m / (1 - 0.9^t)  and  V = v / (1 - 0.999^t)

Both averages begin at 0, and are too small for a while. Dividing by 1 - 0.9^t and 1 - 0.999^t makes up for
that. m and v themselves are kept as they are, for the next update. Because Adam has a memory, there is one
optimiser for the whole training, not one for every epoch.

**One number worked out.** p = 1, its first slope is -18, lr = 0.01. Then m = -1.8 and v = 0.324; M = -1.8 /
0.1 = -18 and V = 0.324 / 0.001 = 324, whose root is 18. So p becomes 1 - 0.01·(-18)/18 = 1.01. With a slope
of -0.5 it would be 1.01, too: the first step of Adam is as long as lr, whatever the slope.

**What to expect.** Start from w1 = w2 = 1, b1 = b2 = 0, a = 0.25 and the data x = 1, 2, 3, 4, 5 with y = 2x.
The prediction at 4 is 4, and the mean loss of the first epoch is 9.48. After 20 epochs, that is 100 updates,
the loss is 0.10 and the prediction 7.88; after 100 epochs 0.0012 and 7.99. The bend was not needed for it,
and a is still 0.25: all sums were above 0, so the loss never felt it.

**What to write.** The network, the loader, one step of Adam by hand, and the training. Try your file with
`python nn_module.py`, then hand it in.
"""

import torch
from torch import nn

from grader.author import alternative, draw, returns, rewrite, scenario, slip, task, tensor, uniform


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


@task
def make_network():
    """Return a new network: a linear layer from 1 to 1, a PReLU, another linear layer from 1 to 1.

    It is a torch.nn.Module with five parameters; called with a tensor of shape (n, 1) it returns one.
    """
    return nn.Sequential(nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1))


@task
def make_loader(xs, ys):
    """Return a DataLoader that hands out the samples one by one, in their order.

    xs, ys: tensors of shape (n, 1).  Each batch is a pair of tensors (x, y) of shape (1, 1).
    """
    return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(xs, ys), batch_size=1)


@task
def adam_step(p, g, m, v, t, lr):
    """Return the triple (p, m, v) after one step of Adam, by hand.

    p: a parameter, a number.  g: its slope.  m, v: the averages before this step.  t: the number of this
    step, 1 for the first.  lr: the learning rate.
    """
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return p - lr * (m / (1 - 0.9**t)) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v


@task
def train(network, loader, lr, epochs):
    """Train with Adam and the mean squared error, one update for each batch; return each epoch's mean loss.

    network: a torch.nn.Module; its parameters are changed in place.
    loader: what gives all batches, pairs (x, y), each time you go through it: a DataLoader, or a list.
    lr: the learning rate.  epochs: how many walks through the loader.

    Returns a list of numbers, one for each epoch: the mean of its batches' losses, each before its update.
    """
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    loss_function = nn.MSELoss()
    losses = []
    for _ in range(epochs):
        batch_losses = []
        for x, y in loader:
            loss = loss_function(network(x), y)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            batch_losses.append(loss.item())
        losses.append(sum(batch_losses) / len(batch_losses))
    return losses


# ---- for instructors ------------------------------------------------------------------------------


def mean(values):
    """Return the mean of a list of numbers."""
    return sum(values) / len(values)


class Network(nn.Module):
    """The network as a class of its own."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(1, 1)
        self.bend = nn.PReLU()
        self.second = nn.Linear(1, 1)

    def forward(self, x):
        return self.second(self.bend(self.first(x)))


class WithoutBend(Network):
    """A network whose bend is made and never used."""

    def forward(self, x):
        return self.second(self.first(x))


@alternative(make_network)
def as_a_class():
    return Network()


@alternative(adam_step)
def by_the_library(p, g, m, v, t, lr):
    parameter = torch.tensor(p, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adam([parameter], lr=lr)
    parameter.grad = torch.tensor(g, dtype=torch.float64)
    averages = {"exp_avg": m, "exp_avg_sq": v}
    optimiser.state[parameter] = {
        "step": torch.tensor(float(t - 1)),
        **{name: torch.tensor(value, dtype=torch.float64) for name, value in averages.items()},
    }
    optimiser.step()
    state = optimiser.state[parameter]
    return parameter, state["exp_avg"], state["exp_avg_sq"]


@alternative(train)
def adam_by_hand(network, loader, lr, epochs):
    parameters = list(network.parameters())
    averages = [torch.zeros_like(p) for p in parameters]
    squares = [torch.zeros_like(p) for p in parameters]
    losses, t = [], 0
    for _ in range(epochs):
        batch_losses = []
        for x, y in loader:
            loss = ((network(x) - y) ** 2).mean()
            t += 1
            for i, slope in enumerate(torch.autograd.grad(loss, parameters, allow_unused=True)):
                averages[i] = 0.9 * averages[i] + 0.1 * slope
                squares[i] = 0.999 * squares[i] + 0.001 * slope * slope
                root = torch.sqrt(squares[i] / (1 - 0.999**t))
                parameters[i].data -= lr * averages[i] / (1 - 0.9**t) / (root + 1e-8)
            batch_losses.append(loss.item())
        losses.append(mean(batch_losses))
    return losses


@alternative(train)
def with_a_closure(network, loader, lr, epochs):
    optimiser = torch.optim.Adam(network.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        total, batches = 0.0, 0
        for x, y in loader:

            def closure(x=x, y=y):
                network.zero_grad(set_to_none=False)
                loss = nn.functional.mse_loss(network(x), y)
                loss.backward()
                return loss

            total += float(optimiser.step(closure))
            batches += 1
        losses.append(total / batches)
    return losses


def fresh_column(rows, low, high):
    """Stand for a column of fresh numbers that are well apart, in no particular order."""
    return draw(lambda rng: tensor(rng.permutation(spread(rng, rows, low, high))[:, None]))


def spread(rng, size, low, high):
    """Draw numbers between two ends at nearly equal distances."""
    width = (high - low) / size
    return low + width * (0.5 + rng.uniform(-0.3, 0.3, size) + [*range(size)])


def fresh_step(rng):
    """Draw a parameter in the middle of its training."""
    g, m = rng.uniform(1, 3) * rng.choice([-1, 1]), rng.uniform(0.5, 1.5) * rng.choice([-1, 1])
    given = {"p": rng.uniform(1, 2), "g": g, "m": m, "v": rng.uniform(0.2, 0.8)}
    return {**given, "t": int(rng.integers(4, 12)), "lr": rng.uniform(0.02, 0.2)}


def fresh_batches(rng):
    """Draw three batches of five samples, two inputs and three outputs each, and a network's parameters."""
    return {
        "xs": tensor(rng.normal(size=(3, 5, 2))),
        "ys": tensor(rng.normal(size=(3, 5, 3))),
        "values": tensor(rng.uniform(0.2, 0.8, 27) * rng.choice([-1.0, 1.0], 27)),
        "lr": rng.uniform(0.02, 0.04),
    }


def network_at(program, rng, values, xs):
    """Count the parameters of the program's network, give them values, and predict."""
    network = program.make_network().to(xs.dtype)
    set_parameters(network, *values.tolist())
    counted = sum(parameter.numel() for parameter in network.parameters())
    return {"number of parameters": counted, "predictions": network(xs)}


def two_epochs(program, rng, xs, ys):
    """Go through the program's loader twice: what the batches hold, and how many samples the largest has."""
    loader = program.make_loader(xs, ys)
    batches = [batch for _ in range(2) for batch in loader]
    x, y = (torch.cat(parts) for parts in zip(*batches))
    return {"x": x, "y": y, "largest batch": max(len(x) for x, _ in batches)}


def prediction_at_4(program, rng, values, xs, ys, lr, epochs):
    """Train the program's network on the program's loader, and predict at 4."""
    network = program.make_network().to(xs.dtype)
    set_parameters(network, *values.tolist())
    losses = program.train(network, program.make_loader(xs, ys), lr, epochs)
    at_4 = network(torch.tensor([[4.0]], dtype=xs.dtype))
    return {"losses": losses, "prediction at 4": at_4.reshape(())}


def another_network(program, rng, xs, ys, values, lr, epochs):
    """Train a network of other sizes on batches of several samples."""
    network = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 3)).to(xs.dtype)
    nn.utils.vector_to_parameters(values, network.parameters())
    losses = program.train(network, list(zip(xs, ys)), lr, epochs)
    return {"losses": losses, "parameters": nn.utils.parameters_to_vector(network.parameters())}


# fmt: off
with_a_list_of_pairs = rewrite(make_loader,
    ..., "return torch.utils.data.DataLoader([(x, y) for x, y in zip(xs, ys)], batch_size=1, shuffle=False)")
with_corrected_averages = rewrite(adam_step, "0.9 * m + 0.1 * g", "m + 0.1 * (g - m)",
    "0.999 * v + 0.001 * g**2", "v + 0.001 * (g * g - v)")
bend_without_a_parameter = slip(make_network, "nn.PReLU", "nn.ReLU").says("""
    Your network has four parameters. Which layer of the story brings the fifth?
    Hint: What does your bend make of -2, and what should it make of it when a = 0.25?""")
no_bend = slip(make_network, "PReLU(), nn.", "").says("""
    Your network is a straight line, whatever its parameters are. What stands between two linear layers?
    Hint: Count the parameters of your network and those of the story.""")
bend_at_the_end = slip(as_a_class,
    "Network()", "nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1), nn.PReLU())").says("""
    Your network has five parameters, and bends in the wrong place. In which order do the layers come?
    Hint: What can your last layer not do that a linear layer can?""")
two_bends = slip(as_a_class,
    "Network()", "nn.Sequential(nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1), nn.PReLU())").says("""
    Your network bends once more than that of the story. What comes after the second linear layer?
    Hint: Count the parameters of your network, and name them.""")
second_bias_missing = slip(as_a_class,
    "Network()", "nn.Sequential(nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1, bias=False))").says("""
    Your network has four parameters. Let w2 be 0: can it predict anything but 0?
    Hint: Name the five parameters of the story. Which of them has no place in your network?""")
first_bias_missing = slip(as_a_class,
    "Network()", "nn.Sequential(nn.Linear(1, 1, bias=False), nn.PReLU(), nn.Linear(1, 1))").says("""
    Your network bends at x = 0, whatever its parameters are. Which would move the bend?
    Hint: Name the five parameters of the story. Which of them has no place in your network?""")
no_biases = slip(as_a_class, "Network()",
    "nn.Sequential(nn.Linear(1, 1, bias=False), nn.PReLU(), nn.Linear(1, 1, bias=False))").says("""
    Your network predicts 0 at 0, whatever its parameters are. Which would move it away from there?
    Hint: Count the parameters of your network and those of the story.""")
one_layer_twice = slip(make_network,
    "return nn.Sequential(nn.Linear(1, 1), nn.PReLU(), nn.Linear(1, 1))",
    "layer = nn.Linear(1, 1); return nn.Sequential(layer, nn.PReLU(), layer)").says("""
    Your network has three parameters: what is learned before the bend is used behind it as well.
    Hint: How many linear layers do you make, and how many does the story have?""")
bend_never_used = slip(as_a_class, "Network()", "WithoutBend()").says("""
    Your network has five parameters, and its output is a straight line. What does your bend get to see?
    Hint: Follow x through your `forward`. Which of your layers does it never meet?""")
shuffled = slip(make_loader, "1", "1, shuffle=True").says("""
    All samples come, but not in their order. Who mixes them?
    Hint: Go through your loader twice and print x. What changes?""")
all_at_once = slip(make_loader, "1", "len(xs)").says("""
    Your loader hands out one batch an epoch. How many updates would a training make of it?
    Hint: Print the shape of x in `for x, y in loader`.""")
two_at_a_time = slip(make_loader, "1", "2").says("""
    Your batches hold two samples each. How many does the story's loader hand out at a time?
    Hint: Print the shape of x in `for x, y in loader`.""")
inputs_and_targets_exchanged = slip(make_loader, "xs", "ys", "ys", "xs").says("""
    In `for x, y in loader`, print x. Is it an input?
    Hint: In which order do you hand over inputs and targets?""")
samples_without_a_batch = slip(make_loader, "1", "None").says("""
    Your batches have no row for the sample: their shape is (1,). Does anybody make batches of them?
    Hint: What does a DataLoader do with a batch size of None, and what with a batch size of 1?""")
averages_not_corrected = slip(adam_step, ...,
    "m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2; return p - lr * m / (v**0.5 + 1e-8), m, v").says("""
    Your averages are right, and your first step is not as long as lr. What makes up for their start at 0?
    Hint: In the worked number, m is -1.8 and v is 0.324. Which numbers enter the step?""")
corrected_averages_kept = slip(adam_step,
    ..., "p, m, v = adam_step(p, g, m, v, t, lr); return p, m / (1 - 0.9**t), v / (1 - 0.999**t)").says("""
    Your parameter is right, and the averages you hand on are not. Which of them goes into the next step?
    Hint: Read what the story says is kept as it is.""")
root_forgotten = slip(adam_step, "(v / (1 - 0.999**t)) ** 0.5", "v / (1 - 0.999**t)").says("""
    Your step shrinks when the slope grows. How long should the first step be, for any slope?
    Hint: In the worked number V is 324. By what is M divided?""")
rates_exchanged = slip(adam_step, "0.9 * m + 0.1 * g", "0.999 * m + 0.001 * g",
    "0.999 * v + 0.001 * g**2", "0.9 * v + 0.1 * g**2",
    "0.9**t", "0.999**t",
    "0.999**t", "0.9**t").says("""
    Which of the two averages forgets faster? Compare what you multiply the old ones by.
    Hint: After the first step of the worked number, m is -1.8 and v is 0.324. What are yours?""")
step_along_the_slope = slip(adam_step, "m =", "m, v =", "\n    v =", ",", "(m / (1 - 0.9**t))", "g").says("""
    Your first step is right, the later ones are not. Along what does Adam go: the slope, or its average?
    Hint: With a slope of 0 and an average of 1, does the parameter move?""")
uphill = slip(adam_step, "p - lr", "p + lr").says("""
    Your averages are right, and your parameter goes the wrong way.
    Hint: In the worked number the slope is negative. Should p become larger or smaller?""")
never_cleared = slip(train, "optimiser.zero_grad()", "").says("""
    Your first update is right. What is in the gradient buffers before the second `backward()`?
    Hint: Print the `.grad` of a parameter at every batch, with all slopes worked out by hand for one of
    them.
    Hint: Which line of the story's table have you not used?""")
cleared_once_an_epoch = slip(train, "optimiser.zero_grad()", "",
    "batch_losses = []", "batch_losses = []; optimiser.zero_grad()").says("""
    The first update of every epoch is right. What is in the buffers at its second batch?
    Hint: Which of your two loops does the clearing stand in? Look at how far it is indented.""")
cleared_before_the_step = slip(train, "optimiser.zero_grad()", "",
    "loss.backward()", "loss.backward(); optimiser.zero_grad()").says("""
    Your parameters stay where they were. What is in the buffers when the optimiser looks at them?
    Hint: Write down the order of your lines: which fills the buffers, which reads them, which empties them?
    """)
a_new_optimiser_every_epoch = slip(train, "batch_losses = []",
    "batch_losses, optimiser = [], torch.optim.Adam(network.parameters(), lr=lr)").says("""
    Your first epoch is right. What does Adam still know of it in the second?
    Hint: Where does the line stand that makes the optimiser, and how often does it run?""")
a_new_optimiser_every_batch = slip(train, "optimiser.zero_grad()",
    "optimiser = torch.optim.Adam(network.parameters(), lr=lr); optimiser.zero_grad()").says("""
    Every parameter moves by lr at every update, never more and never less. What does Adam remember?
    Hint: Where does the line stand that makes the optimiser, and how often does it run?""")
plain_descent = slip(train, "Adam", "SGD").says("""
    Your parameters move by lr times their slopes. Is that how Adam moves them?
    Hint: How long is the first step of Adam for a parameter, and how long is yours?""")
rate_left_to_the_library = slip(train, ", lr=lr", "").says("""
    Your training is the same whatever lr is. Who decides on the rate?
    Hint: Look through the body of your function for its argument lr.
    Hint: The library has a rate of its own for those who give none. How long is your first step?""")
one_update_per_epoch = slip(train, "optimiser.step()", "",
    "losses.append(sum", "optimiser.step(); losses.append(sum").says("""
    Count how often your parameters change in one epoch of three batches.
    Hint: Which loop does your `step()` stand in? Look at how far it is indented.""")
errors_summed = slip(train, "nn.MSELoss()", 'nn.MSELoss(reduction="sum")').says("""
    With one number in each batch your losses are right. Try batches of several: which mean is asked for?
    Hint: A mean squared error does not grow with the size of the batch. Does yours?""")
loss_of_the_last_batch = slip(train, "sum(batch_losses) / len(batch_losses)", "batch_losses[-1]").says("""
    Your parameters are right. For how many batches of an epoch does one of your losses speak?
    Hint: With one batch per epoch your losses are right.""")
loss_after_the_update = slip(train, "loss.item()", "loss_function(network(x), y).item()").says("""
    Your parameters are right, and your losses are those after the updates. Which are asked for?
    Hint: Print the loss of the first batch before and after `step()`. Which of them do you note?""")
losses_added_up = slip(train, "sum(batch_losses) / len(batch_losses)", "sum(batch_losses)").says("""
    Your parameters are right and your losses grow with the number of batches. Does a mean?
    Hint: With one batch per epoch your losses are right. What do you do with three?""")
a_loss_for_every_batch = slip(train,
    "losses.append(sum(batch_losses) / len(batch_losses))", "losses += batch_losses").says("""
    You return more losses than there are epochs. How many do you note in one walk through the loader?
    Hint: How far to the right does the line stand that notes the loss?""")
back_after_the_first_epoch = slip(train, ..., "return train(network, loader, lr, 1)").says("""
    Ask for 2 epochs and for 7. How many losses do you get back?
    Hint: At which line does your function end, and how often has the outer loop run by then?""")
note = {"xs": tensor([[1.0], [2.0], [3.0], [4.0], [5.0]]), "ys": tensor([[2.0], [4.0], [6.0], [8.0], [10.0]])}
checks = [
    scenario(make_network, values=tensor([1.0, -1.0, 0.25, 2.0, 3.0]), xs=tensor([[-2.0], [0.5], [3.0]]),
        title="three predictions of the network", public=True)(network_at),
    scenario(make_network, values=draw(lambda rng: tensor(rng.uniform(0.3, 0.9, 5))),
        xs=fresh_column(6, -4, 4), title="six predictions with fresh parameters")(network_at),
    scenario(make_loader, **note, title="the samples one by one, twice", public=True)(two_epochs),
    scenario(make_loader, xs=fresh_column(7, -3, 3), ys=fresh_column(7, 5, 9),
        title="seven fresh samples")(two_epochs),
    returns(adam_step, p=1.0, g=-18.0, m=0.0, v=0.0, t=1, lr=0.01, names=["p", "m", "v"],
        title="the first step of Adam", public=True),
    returns(adam_step, p=2.0, g=1.2, m=0.5, v=0.002, t=3, lr=0.1, names=["p", "m", "v"],
        title="the third step of Adam", public=True),
    returns(adam_step, inputs=fresh_step, names=["p", "m", "v"], title="a later step of Adam"),
    returns(adam_step, p=0.5, g=2e-8, m=0.0, v=0.0, t=1, lr=0.1, names=["p", "m", "v"],
        title="where the slope is as small as 1e-8"),
    scenario(train, make_network, make_loader, values=tensor([1.0, 0.0, 0.25, 1.0, 0.0]), **note, lr=0.01,
        epochs=20, title="twenty epochs from the start of the story", curve="losses", public=True,
        points=2)(prediction_at_4),
    scenario(train, make_network, make_loader, values=tensor([0.6, -0.2, 0.25, -0.5, 0.3]),
        xs=fresh_column(4, -2, 3), ys=fresh_column(4, -3, 3), lr=uniform(0.02, 0.03), epochs=6,
        title="four fresh samples, six epochs")(prediction_at_4),
    scenario(train, inputs=fresh_batches, epochs=5, title="another network, three batches",
        points=2)(another_network),
]
