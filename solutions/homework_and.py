r"""
# Homework: a neuron learns AND

Train one linear neuron, $\hat y = w_1 x_1 + w_2 x_2 + b$, to the logical AND. The targets are −1 for
false and 1 for true:

    x1, x2:  (1, 0), (0, 1), (0, 0), (1, 1)
    target:     −1,     −1,     −1,      1

The loss is the squared error, of one sample or as the mean of all four; the steps are those of gradient
descent. Start where you like, for example at (0.666, 0.333, 0.233) with the rate 0.01 and 20 epochs. An
output above 0 counts as true.

A unit with a threshold that learns by the perceptron's rule is right as well, and so is a sigmoid unit,
under its squared error or the cross-entropy; there an output above ½ counts as true, and the target for
false may be 0 in place of −1.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end every output is on its target's side of 0.
"""

from grader.author import another, script, slip

reference = script(
    """
data = [(1, 0, -1), (0, 1, -1), (0, 0, -1), (1, 1, 1)]
w1, w2, b = 0.666, 0.333, 0.233
lr = 0.01


def forward(x1, x2):
    return w1 * x1 + w2 * x2 + b


for epoch in range(20):
    for x1, x2, t in data:
        y = forward(x1, x2)
        loss = (y - t) ** 2
        dw1 = 2 * (y - t) * x1
        dw2 = 2 * (y - t) * x2
        db = 2 * (y - t)
        w1 -= lr * dw1
        w2 -= lr * dw2
        b -= lr * db
    print(epoch, w1, w2, b, loss)


def predict(x1, x2):
    return 1 if forward(x1, x2) > 0 else 0
""",
    model=("neuron", "threshold unit", "sigmoid unit", "logistic unit"),
    parameters=("w1", "w2", "b"),
    data=[([[1, 0], [0, 1], [0, 0], [1, 1]], [[-1], [-1], [-1], [1]])],
    signs=True,
)

functions_and_globals = another("""
samples = [(1, 0, -1), (0, 1, -1), (0, 0, -1), (1, 1, 1)]
w1, w2, b = 0.666, 0.333, 0.233
lr = 0.01


def predict(x1, x2):
    return w1 * x1 + w2 * x2 + b


def train_one(x1, x2, t):
    global w1, w2, b
    out = predict(x1, x2)
    err = out - t
    w1 = w1 - lr * 2 * err * x1
    w2 = w2 - lr * 2 * err * x2
    b = b - lr * 2 * err
    return err ** 2


for epoch in range(20):
    cost = 0
    for x1, x2, t in samples:
        cost += train_one(x1, x2, t)
    print('epoch', epoch, 'cost', cost)
for x1, x2, t in samples:
    print(x1, x2, 1 if predict(x1, x2) > 0 else -1)
""")

all_at_once = another("""
import numpy as np

X = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0]])
t = np.array([-1.0, -1.0, -1.0, 1.0])
w = np.array([0.666, 0.333])
b = 0.233
rate = 0.05
for epoch in range(200):
    y = X @ w + b
    loss = np.mean((y - t) ** 2)
    dw = 2 * X.T @ (y - t) / len(t)
    db = 2 * np.mean(y - t)
    w = w - rate * dw
    b = b - rate * db
print(w, b, loss, np.sign(X @ w + b))
""")

with_torch = another("""
import torch

x = torch.tensor([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0]])
t = torch.tensor([[-1.0], [-1.0], [-1.0], [1.0]])
model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for epoch in range(200):
    optimizer.zero_grad()
    loss = ((model(x) - t) ** 2).mean()
    loss.backward()
    optimizer.step()
print(torch.sign(model(x)).flatten(), loss.item())
""")

a_class = another("""
class Neuron:
    def __init__(self):
        self.w = [0.666, 0.333]
        self.b = 0.233

    def forward(self, x):
        return self.w[0] * x[0] + self.w[1] * x[1] + self.b

    def train(self, samples, rate, epochs):
        for _ in range(epochs):
            for x, target in samples:
                error = self.forward(x) - target
                loss = error**2
                for k in range(2):
                    self.w[k] -= rate * 2 * error * x[k]
                self.b -= rate * 2 * error
        return loss


neuron = Neuron()
samples = [((1, 0), -1), ((0, 1), -1), ((0, 0), -1), ((1, 1), 1)]
print(neuron.train(samples, 0.01, 60))
print([1 if neuron.forward(x) > 0 else 0 for x, _ in samples])
""")

perceptron_rule = another("""
import numpy as np


def step(z):
    return 1 if z > 0 else 0


inputs = np.array([[1, 0], [0, 1], [0, 0], [1, 1]])
targets = [0, 0, 0, 1]
w = np.array([0.3, -0.2])
b = 0.1
rate = 0.1
for epoch in range(30):
    mistakes = 0
    for x, t in zip(inputs, targets):
        error = t - step(np.dot(w, x) + b)
        w = w + rate * error * x
        b = b + rate * error
        mistakes += abs(error)
    print(epoch, mistakes)
    if mistakes == 0:
        break


def predict(x):
    return step(np.dot(w, x) + b)


print([predict(x) for x in inputs])
""")

cross_entropy = another("""
import numpy as np

X = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0]])
t = np.array([0.0, 0.0, 0.0, 1.0])
w, b = np.zeros(2), 0.0
rate = 0.5


def predict(X):
    return 1 / (1 + np.exp(-(X @ w + b)))


for epoch in range(2000):
    p = predict(X)
    loss = -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))
    dw = X.T @ (p - t) / len(t)
    db = np.mean(p - t)
    w = w - rate * dw
    b = b - rate * db
    if epoch % 500 == 0:
        print(epoch, loss)
""")

first_input_twice = slip(
    reference,
    "dw2 = 2 * (y - t) * x2",
    "dw2 = 2 * (y - t) * x1",
    says="The slope of the second weight holds the first input.",
    hints=["Which input does the second weight stand in front of?"],
)

inputs_missing = slip(
    reference,
    "dw1 = 2 * (y - t) * x1",
    "dw1 = 2 * (y - t)",
    "dw2 = 2 * (y - t) * x2",
    "dw2 = 2 * (y - t)",
    says="The slopes of the weights lack the inputs, so that all three parameters move alike.",
    hints=["What does the output do when a weight changes and its input is 0?"],
)

bias_times_input = slip(
    reference,
    "db = 2 * (y - t)",
    "db = 2 * (y - t) * x1",
    says="The slope of the bias holds an input: the bias stands alone.",
    hints=["By how much does the output change when b changes by a little?"],
)

target_missing = slip(
    reference,
    "dw1 = 2 * (y - t) * x1",
    "dw1 = 2 * y * x1",
    "dw2 = 2 * (y - t) * x2",
    "dw2 = 2 * y * x2",
    "db = 2 * (y - t)",
    "db = 2 * y",
    says="The slopes have the output where the error belongs: the target is missing.",
    hints=["Where should the slopes be 0?"],
)

two_missing = slip(
    reference,
    "dw1 = 2 * (y - t) * x1",
    "dw1 = (y - t) * x1",
    "dw2 = 2 * (y - t) * x2",
    "dw2 = (y - t) * x2",
    "db = 2 * (y - t)",
    "db = y - t",
    says=(
        "The derivative of the square lacks its factor 2: every step is half as long as the loss asks for."
    ),
    hints=["What is the derivative of e² in e?"],
)

bias_without_two = slip(
    reference,
    "db = 2 * (y - t)",
    "db = y - t",
    says="The slope of the bias lacks the factor 2 that those of the weights have.",
    hints=["Compare the three slopes: which of them are derivatives of the square?"],
)

uphill = slip(
    reference,
    "w1 -= lr * dw1",
    "w1 += lr * dw1",
    "w2 -= lr * dw2",
    "w2 += lr * dw2",
    "b -= lr * db",
    "b += lr * db",
    says="The steps are added where they should be taken away: the parameters climb the loss.",
    hints=["Which way does the gradient point, and where is the loss smaller?"],
)

bias_uphill = slip(
    reference,
    "b -= lr * db",
    "b += lr * db",
    says=("The bias moves the wrong way: its step is added, and those of the weights are taken away."),
    hints=["Compare the three lines of the update, sign by sign."],
)

slopes_summed = slip(
    all_at_once,
    "dw = 2 * X.T @ (y - t) / len(t)",
    "dw = 2 * X.T @ (y - t)",
    "db = 2 * np.mean(y - t)",
    "db = 2 * np.sum(y - t)",
    says=(
        "The slopes are summed over the samples while the loss is their mean: every step is four "
        "times too long."
    ),
    hints=["By what does the loss divide, and by what the slopes?"],
)

bias_summed = slip(
    all_at_once,
    "db = 2 * np.mean(y - t)",
    "db = 2 * np.sum(y - t)",
    says="The slope of the bias is summed over the samples, those of the weights are averaged.",
    hints=["Is the loss a sum or a mean, and which slope says otherwise?"],
)

never_cleared = slip(
    with_torch,
    "    optimizer.zero_grad()\n",
    "",
    says="The gradients are never cleared: every step holds all earlier slopes as well.",
    hints=["What does `model.weight.grad` hold just before the second call of `backward`?"],
)

too_short = slip(
    reference,
    "range(20)",
    "range(2)",
    says=("Every step is right, and there are too few of them: not every sample is on its side of 0 yet."),
    hints=["What does the neuron answer for the four samples after each epoch?"],
)
