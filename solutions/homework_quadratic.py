r"""
# Homework: a parabola

Train $w_1$, $w_2$ and $b$ so that $\hat y = w_1 x^2 + w_2 x + b$ fits three points:

    x = 1, 2, 3
    y = 2, 4, 6

The loss is the squared error, of one sample or as the mean of all three; the steps are those of gradient
descent. Start where you like, for example at (1, 1, 0) with the rate 0.01 and 100 epochs.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end the mean squared error of a sample is 0.05 or
less.
"""

from grader.author import another, script, slip

reference = script(
    """
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w1, w2, b = 1.0, 1.0, 0.0
lr = 0.01


def forward(x):
    return w1 * x**2 + w2 * x + b


def loss(x, y):
    return (forward(x) - y) ** 2


def gradient(x, y):
    e = 2 * (forward(x) - y)
    return e * x**2, e * x, e


for epoch in range(200):
    for x, y in zip(x_data, y_data):
        l = loss(x, y)
        g1, g2, g0 = gradient(x, y)
        w1 = w1 - lr * g1
        w2 = w2 - lr * g2
        b = b - lr * g0
    print("epoch", epoch, "loss", l)
print("at 4:", forward(4))
""",
    model="parabola",
    parameters=("w1", "w2", "b"),
    data=[([[1], [2], [3]], [[2], [4], [6]])],
    most=0.05,
)

torch_by_sample = another("""
import torch

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]

w1 = torch.Tensor([1.0])
w1.requires_grad = True
w2 = torch.Tensor([1.0])
w2.requires_grad = True
b = torch.Tensor([1.0])
b.requires_grad = True


def forward(x):
    return w1 * (x ** 2) + w2 * x + b


def loss(x, y):
    y_pred = forward(x)
    return (y_pred - y) ** 2


print("Predict (before training)", 4, forward(4).item())
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        l = loss(x, y)
        l.backward()
        print("\tgrad:", x, y, w1.grad.item(), w2.grad.item(), b.grad.item())
        w1.data = w1.data - 0.01 * w1.grad.data
        w2.data = w2.data - 0.01 * w2.grad.data
        b.data = b.data - 0.01 * b.grad.data
        w1.grad.data.zero_()
        w2.grad.data.zero_()
        b.grad.data.zero_()
    print("Epoch:", epoch, l.item())
print("Predict (after training)", 4, forward(4).item())
""")

all_at_once = another("""
import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = np.array([2.0, 4.0, 6.0])
a, c, d = 1.0, 1.0, 0.0
rate = 0.01
history = []
for epoch in range(2000):
    error = a * x**2 + c * x + d - y
    loss = np.mean(error**2)
    history.append(loss)
    grad_a = 2 * np.mean(error * x**2)
    grad_c = 2 * np.mean(error * x)
    grad_d = 2 * np.mean(error)
    a, c, d = a - rate * grad_a, c - rate * grad_c, d - rate * grad_d
print(a, c, d, history[-1])
""")

a_module = another("""
import torch


class Quadratic(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.w1 = torch.nn.Parameter(torch.tensor(1.0))
        self.w2 = torch.nn.Parameter(torch.tensor(1.0))
        self.b = torch.nn.Parameter(torch.tensor(0.0))

    def forward(self, x):
        return self.w1 * x**2 + self.w2 * x + self.b


x = torch.tensor([1.0, 2.0, 3.0])
y = torch.tensor([2.0, 4.0, 6.0])
model = Quadratic()
criterion = torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for epoch in range(1000):
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
print(model(torch.tensor(4.0)).item(), loss.item())
""")

a_class = another("""
class Parabola:
    def __init__(self):
        self.bias, self.linear, self.square = 0.0, 1.0, 1.0

    def predict(self, x):
        return self.square * x * x + self.linear * x + self.bias

    def train(self, xs, ys, rate, epochs):
        for _ in range(epochs):
            for x, y in zip(xs, ys):
                error = self.predict(x) - y
                loss = error**2
                self.square -= rate * 2 * error * x * x
                self.linear -= rate * 2 * error * x
                self.bias -= rate * 2 * error
        return loss


model = Parabola()
print(model.train([1, 2, 3], [2, 4, 6], 0.01, 300), model.predict(4))
""")

square_missing = slip(
    reference,
    "return e * x**2, e * x, e",
    "return e * x, e * x, e",
    says=(
        "The step of the first weight is multiplied by x, as if it stood in front of x and not of its square."
    ),
    hints=["By how much does the prediction change when the weight of x² changes by a little?"],
)

bias_times_x = slip(
    reference,
    "return e * x**2, e * x, e",
    "return e * x**2, e * x, e * x",
    says=(
        "The step of the bias holds the input: the bias stands alone, and its slope is that of "
        "the error alone."
    ),
    hints=["By how much does the prediction change when b changes by a little?"],
)

target_missing = slip(
    reference,
    "e = 2 * (forward(x) - y)",
    "e = 2 * forward(x)",
    says=("The error lacks the target, so that all parameters are drawn to where the prediction is 0."),
    hints=["Where should the gradient be 0?"],
)

two_missing = slip(
    reference,
    "e = 2 * (forward(x) - y)",
    "e = forward(x) - y",
    says=(
        "The derivative of the square lacks its factor 2: every step is half as long as the loss asks for."
    ),
    hints=["What is the derivative of e² in e?"],
)

bias_uphill = slip(
    reference,
    "b = b - lr * g0",
    "b = b + lr * g0",
    says=("The bias is moved the wrong way: its step is added and those of the weights are taken away."),
    hints=["Compare the three lines of the update, sign by sign."],
)

uphill = slip(
    reference,
    "w1 = w1 - lr * g1",
    "w1 = w1 + lr * g1",
    "w2 = w2 - lr * g2",
    "w2 = w2 + lr * g2",
    "b = b - lr * g0",
    "b = b + lr * g0",
    says="All steps are added where they should be taken away: the parameters climb the loss.",
    hints=["Which way does the gradient point, and where is the loss smaller?"],
)

rate_missing = slip(
    reference,
    "b = b - lr * g0",
    "b = b - g0",
    says="The bias moves by its whole slope: the rate is missing from its step.",
    hints=["What stands in front of the slope in the other two lines?"],
)

never_cleared = slip(
    torch_by_sample,
    "        w1.grad.data.zero_()\n        w2.grad.data.zero_()\n        b.grad.data.zero_()\n",
    "",
    says=(
        "No gradient is ever cleared: torch adds each new slope to the old ones, and every step "
        "holds all earlier ones too."
    ),
    hints=["What does `w1.grad` hold just before the second call of `backward`?"],
)

cleared_for_one = slip(
    torch_by_sample,
    "        w2.grad.data.zero_()\n        b.grad.data.zero_()\n",
    "",
    says=(
        "Only the gradient of the first weight is cleared; those of the others pile up from sample to sample."
    ),
    hints=["For how many of the three parameters does the loop clear the gradient?"],
)

bias_summed = slip(
    all_at_once,
    "grad_d = 2 * np.mean(error)",
    "grad_d = 2 * np.sum(error)",
    says=(
        "The slope of the bias is summed over the samples, those of the weights are averaged: the "
        "bias moves three times too far."
    ),
    hints=["Is the loss a sum or a mean, and which of the three slopes says otherwise?"],
)

all_summed = slip(
    all_at_once,
    "grad_a = 2 * np.mean(error * x**2)",
    "grad_a = 2 * np.sum(error * x**2)",
    "grad_c = 2 * np.mean(error * x)",
    "grad_c = 2 * np.sum(error * x)",
    "grad_d = 2 * np.mean(error)",
    "grad_d = 2 * np.sum(error)",
    says=(
        "All slopes are summed over the samples while the loss is their mean: every step is three "
        "times too long."
    ),
    hints=["By what does the loss divide, and by what the slopes?"],
)

too_fast = slip(
    reference,
    "lr = 0.01",
    "lr = 0.05",
    says=(
        "Every step is right, and the rate is too large for x²: each step overshoots by more than the last."
    ),
    hints=["What happens to the loss in the first five epochs?"],
)
