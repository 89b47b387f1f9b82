r"""
# Homework: the strange thermometer

A thermometer shows numbers in an unknown unit. Train $w$ and $b$ so that $w \cdot t_u + b$ gives the
temperature in degrees Celsius, for these eleven readings:

    t_u = 35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4
    t_c =  0.5, 14,   15,   28,   11,    8,    3,   -4,    6,   13,   21

The loss is the mean squared error; all readings together make one step. Start where you like, for example
at (1, 0) with the rate 0.0001 and 100 epochs, or multiply the readings by 0.1 first and take a larger
rate.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end the mean squared error is 30 or less.
"""

from grader.author import another, script, slip

reference = script(
    """
import numpy as np

t_c = np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
t_u = np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])
w, b = 1.0, 0.0
learning_rate = 1e-4


def model(t_u, w, b):
    return w * t_u + b


def loss_fn(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def grad_fn(t_u, t_c, t_p):
    dloss = 2 * (t_p - t_c) / len(t_p)
    return (dloss * t_u).sum(), (dloss * 1.0).sum()


for epoch in range(1, 101):
    t_p = model(t_u, w, b)
    loss = loss_fn(t_p, t_c)
    grad_w, grad_b = grad_fn(t_u, t_c, t_p)
    w = w - learning_rate * grad_w
    b = b - learning_rate * grad_b
    print("Epoch", epoch, "loss", loss)
print(w, b)
""",
    model="line",
    parameters=("w", "b"),
    data=[
        (
            [[u] for u in [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]],
            [[c] for c in [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]],
        ),
        (
            [[0.1 * u] for u in [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]],
            [[c] for c in [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]],
        ),
    ],
    most=30.0,
)

plain_lists = another("""
t_c = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
t_u = [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]
xs = [0.1 * u for u in t_u]
n = len(xs)
slope, offset = 1.0, 0.0
losses = []
for step in range(3000):
    errors = [slope * x + offset - y for x, y in zip(xs, t_c)]
    loss = sum(e**2 for e in errors) / n
    losses.append(loss)
    d_slope = 2 * sum(e * x for e, x in zip(errors, xs)) / n
    d_offset = 2 * sum(errors) / n
    slope -= 0.01 * d_slope
    offset -= 0.01 * d_offset
print(slope, offset, losses[-1])
""")

functions_of_torch = another("""
import torch

t_c = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
t_u = [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]
t_c = torch.tensor(t_c)
t_u = torch.tensor(t_u)
t_un = 0.1 * t_u


def model(t_u, w, b):
    return w * t_u + b


def loss_fn(t_p, t_c):
    squared_diffs = (t_p - t_c) ** 2
    return squared_diffs.mean()


def dloss_fn(t_p, t_c):
    return 2 * (t_p - t_c) / t_p.size(0)


def dmodel_dw(t_u, w, b):
    return t_u


def dmodel_db(t_u, w, b):
    return 1.0


def grad_fn(t_u, t_c, t_p, w, b):
    dloss_dtp = dloss_fn(t_p, t_c)
    dloss_dw = dloss_dtp * dmodel_dw(t_u, w, b)
    dloss_db = dloss_dtp * dmodel_db(t_u, w, b)
    return torch.stack([dloss_dw.sum(), dloss_db.sum()])


def training_loop(n_epochs, learning_rate, params, t_u, t_c):
    for epoch in range(1, n_epochs + 1):
        w, b = params
        t_p = model(t_u, w, b)
        loss = loss_fn(t_p, t_c)
        grad = grad_fn(t_u, t_c, t_p, w, b)
        params = params - learning_rate * grad
        if epoch % 500 == 0:
            print("Epoch %d, Loss %f" % (epoch, float(loss)))
    return params


params = training_loop(n_epochs=5000, learning_rate=1e-2, params=torch.tensor([1.0, 0.0]), t_u=t_un, t_c=t_c)
print(params)
""")

autograd = another("""
import torch

t_c = torch.tensor([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
t_u = torch.tensor([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])
t_un = 0.1 * t_u
params = torch.tensor([1.0, 0.0], requires_grad=True)


def model(t_u, w, b):
    return w * t_u + b


def loss_fn(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


for epoch in range(1, 2001):
    if params.grad is not None:
        params.grad.zero_()
    loss = loss_fn(model(t_un, *params), t_c)
    loss.backward()
    with torch.no_grad():
        params -= 1e-2 * params.grad
    if epoch % 500 == 0:
        print("Epoch", epoch, "Loss", float(loss))
print(params)
""")

a_module = another("""
import torch

t_c = torch.tensor([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]).unsqueeze(1)
t_u = torch.tensor([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]).unsqueeze(1)
model = torch.nn.Linear(1, 1)
loss_fn = torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
x = 0.1 * t_u
for epoch in range(2000):
    optimizer.zero_grad()
    loss = loss_fn(model(x), t_c)
    loss.backward()
    optimizer.step()
print(model.weight.item(), model.bias.item(), loss.item())
""")

slopes_summed = slip(
    reference,
    "dloss = 2 * (t_p - t_c) / len(t_p)",
    "dloss = 2 * (t_p - t_c)",
    says=(
        "The slopes are summed over the readings while the loss is their mean: every step is "
        "eleven times too long."
    ),
    hints=["By what does the loss divide, and by what the slopes?"],
)

divided_twice = slip(
    reference,
    "(dloss * t_u).sum(), (dloss * 1.0).sum()",
    "(dloss * t_u).mean(), (dloss * 1.0).mean()",
    says=(
        "The slopes are divided by the number of readings twice: once in the derivative of the "
        "loss, and once in the mean."
    ),
    hints=["How often does the number of readings stand in the slope?"],
)

bias_divided_twice = slip(
    reference,
    "(dloss * 1.0).sum()",
    "(dloss * 1.0).mean()",
    says="The slope of b is divided by the number of readings twice, that of w once.",
    hints=["Compare the two slopes: where does each of them divide?"],
)

weight_for_reading = slip(
    reference,
    "(dloss * t_u).sum()",
    "(dloss * w).sum()",
    says=(
        "The slope of w is multiplied by w itself where the reading belongs: the derivative of w·t in w is t."
    ),
    hints=["By how much does the prediction change when w changes by a little?"],
)

target_missing = slip(
    reference,
    "dloss = 2 * (t_p - t_c) / len(t_p)",
    "dloss = 2 * t_p / len(t_p)",
    says="The error lacks the temperature that was measured, so that the prediction is drawn to 0.",
    hints=["Where should the slopes be 0?"],
)

two_missing = slip(
    reference,
    "dloss = 2 * (t_p - t_c) / len(t_p)",
    "dloss = (t_p - t_c) / len(t_p)",
    says=(
        "The derivative of the square lacks its factor 2: every step is half as long as the loss asks for."
    ),
    hints=["What is the derivative of e² in e?"],
)

uphill = slip(
    reference,
    "w = w - learning_rate * grad_w",
    "w = w + learning_rate * grad_w",
    "b = b - learning_rate * grad_b",
    "b = b + learning_rate * grad_b",
    says="The steps are added where they should be taken away: w and b climb the loss.",
    hints=["Which way does the gradient point, and where is the loss smaller?"],
)

bias_uphill = slip(
    reference,
    "b = b - learning_rate * grad_b",
    "b = b + learning_rate * grad_b",
    says="b moves the wrong way: its step is added, and that of w is taken away.",
    hints=["Compare the two lines of the update, sign by sign."],
)

too_fast = slip(
    reference,
    "learning_rate = 1e-4",
    "learning_rate = 1e-2",
    says=(
        "Every step is right, and the rate is too large for readings of this size: the loss grows "
        "from step to step."
    ),
    hints=[("How large is the slope of w beside that of b, and what would smaller readings change?")],
)

never_cleared = slip(
    autograd,
    "    if params.grad is not None:\n        params.grad.zero_()\n",
    "",
    says="The gradient is never cleared: every step holds the slopes of all earlier ones as well.",
    hints=["What does `params.grad` hold just before the second call of `backward`?"],
)

too_short = slip(
    reference,
    "range(1, 101)",
    "range(1, 3)",
    says=(
        "Every step is right, and there are too few of them: the loss is still far above what can be reached."
    ),
    hints=["How does the loss change in the last epochs?"],
)
