r"""
# Homework: a line through the origin

Train a single weight $w$ so that $\hat y = w \cdot x$ fits three points:

    x = 1, 2, 3
    y = 2, 4, 6

The loss is the squared error, of one sample or as the mean of all three; the steps are those of gradient
descent. Start where you like, for example at w = 1 with the rate 0.01 and 100 epochs. A bias may be in it
and need not be.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without,
one sample at a time or all at once. It is graded as it stands. What counts: that the loss is the one
asked for, that each step follows its slope, that gradients are cleared before the next ones, that the
loss falls, and that in the end the mean squared error of a sample is 0.01 or less.
"""

from grader.author import another, script, slip

reference = script(
    """
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.0
lr = 0.01


def forward(x):
    return x * w


def loss(x, y):
    y_pred = forward(x)
    return (y_pred - y) ** 2


def gradient(x, y):
    return 2 * x * (x * w - y)


print("before", 4, forward(4))
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        l = loss(x, y)
        grad = gradient(x, y)
        w = w - lr * grad
    print("epoch", epoch, "w", w, "loss", l)
print("after", 4, forward(4))
""",
    model=("line through the origin", "line"),
    parameters=("w", "b"),
    data=[([[1], [2], [3]], [[2], [4], [6]])],
    most=0.01,
)

all_at_once = another("""
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.0


def forward(x):
    return x * w


def cost(xs, ys):
    total = 0
    for x, y in zip(xs, ys):
        total += (forward(x) - y) ** 2
    return total / len(xs)


def gradient(xs, ys):
    grad = 0
    for x, y in zip(xs, ys):
        grad += 2 * x * (x * w - y)
    return grad / len(xs)


costs = []
for epoch in range(100):
    cost_val = cost(x_data, y_data)
    grad_val = gradient(x_data, y_data)
    w -= 0.01 * grad_val
    costs.append(cost_val)
print(w, costs[-1])
""")

torch_by_sample = another("""
import torch

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = torch.tensor([1.0], requires_grad=True)


def forward(x):
    return x * w


def loss(x, y):
    y_pred = forward(x)
    return (y_pred - y) ** 2


for epoch in range(100):
    for x, y in zip(x_data, y_data):
        l = loss(x, y)
        l.backward()
        w.data = w.data - 0.01 * w.grad.item()
        w.grad.data.zero_()
    print(epoch, l.item())
print(4, forward(4).item())
""")

a_module = another("""
import torch

x_data = torch.tensor([[1.0], [2.0], [3.0]])
y_data = torch.tensor([[2.0], [4.0], [6.0]])


class LinearModel(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = torch.nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


model = LinearModel()
criterion = torch.nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for epoch in range(1000):
    y_pred = model(x_data)
    loss = criterion(y_pred, y_data)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(model.linear.weight.item(), model.linear.bias.item())
""")

vectorised = another("""
import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = np.array([2.0, 4.0, 6.0])
theta, rate = 0.5, 0.05
for step in range(200):
    error = x * theta - y
    loss = np.mean(error**2)
    slope = 2 * np.mean(error * x)
    theta -= rate * slope
print(theta, loss)
""")

a_class = another("""
class Line:
    def __init__(self, w):
        self.w = w

    def predict(self, x):
        return self.w * x

    def loss(self, xs, ys):
        return sum((self.predict(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)

    def gradient(self, xs, ys):
        return sum(2 * (self.predict(x) - y) * x for x, y in zip(xs, ys)) / len(xs)

    def fit(self, xs, ys, rate, epochs):
        for _ in range(epochs):
            loss = self.loss(xs, ys)
            self.w -= rate * self.gradient(xs, ys)
        return loss


model = Line(1.0)
print(model.fit([1.0, 2.0, 3.0], [2.0, 4.0, 6.0], 0.02, 100), model.predict(4.0))
""")

summed = slip(
    all_at_once,
    "return grad / len(xs)",
    "return grad",
    says=(
        "The gradient is summed over the samples while the cost is their mean, so that every step "
        "is as many times too long as there are samples. The loss still falls, only at another "
        "rate than the one that stands there."
    ),
    hints=["By what does the cost divide, and by what the gradient?"],
)

divided_twice = slip(
    all_at_once,
    "return grad / len(xs)",
    "return grad / len(xs) / len(xs)",
    says=(
        "The gradient is divided by the number of samples twice, and the cost once: every step is too short."
    ),
    hints=["Where does the mean come in, and how often may it?"],
)

two_missing = slip(
    reference,
    "return 2 * x * (x * w - y)",
    "return x * (x * w - y)",
    says=(
        "The derivative of the square lacks its factor 2: every step is half as long as the loss asks for."
    ),
    hints=["What is the derivative of e² in e?"],
)

uphill = slip(
    reference,
    "w = w - lr * grad",
    "w = w + lr * grad",
    says="The step is added where it should be taken away: the weight climbs the loss.",
    hints=["Which way does the gradient point, and where is the loss smaller?"],
)

input_missing = slip(
    reference,
    "return 2 * x * (x * w - y)",
    "return 2 * (x * w - y)",
    says=(
        "The gradient holds the error and not the input: the last link of the chain, what the "
        "prediction does when the weight moves, is left out."
    ),
    hints=["By how much does the prediction change when the weight changes by a little?"],
)

weight_for_input = slip(
    reference,
    "return 2 * x * (x * w - y)",
    "return 2 * w * (x * w - y)",
    says=(
        "The error is multiplied by the weight in place of the input: that is the derivative in "
        "x, and it is the weight that is trained."
    ),
    hints=["In which of the two letters do you take the derivative?"],
)

target_missing = slip(
    reference,
    "return 2 * x * (x * w - y)",
    "return 2 * x * (x * w)",
    says=(
        "The gradient has the prediction where the error belongs: the target is missing from it, "
        "and the weight is drawn to 0."
    ),
    hints=["Where should the gradient be 0?"],
)

never_cleared = slip(
    torch_by_sample,
    "        w.grad.data.zero_()\n",
    "",
    says=(
        "The gradient is never cleared: torch adds each new slope to the old ones, so that from "
        "the second sample on every step holds all earlier slopes too."
    ),
    hints=["What does `w.grad` hold just before the second call of `backward`?"],
)

first_only = slip(
    all_at_once,
    "    return grad / len(xs)",
    "        return grad / len(xs)",
    says=("The `return` stands inside the loop, so that the gradient is that of the first sample only."),
    hints=["How often does the loop in `gradient` go round before it is left?"],
)

too_fast = slip(
    reference,
    "lr = 0.01",
    "lr = 1.0",
    says=(
        "Every step is right, and the rate is too large: each one overshoots by more than the "
        "last, until the numbers overflow."
    ),
    hints=["What happens to the loss in the first five epochs?"],
)
