r"""
# Homework: a network of two layers

Train the eight weights of a network with two inputs, two hidden units and two outputs, all units
sigmoids, without biases:

    h1 = σ(w1·x1 + w3·x2)    h2 = σ(w2·x1 + w4·x2)
    o1 = σ(w5·h1 + w7·h2)    o2 = σ(w6·h1 + w8·h2)

There is one sample, with the inputs 0.5 and 0.3 and the targets 0.23 and −0.07. The loss is half the sum
of the two squared errors, or their sum or mean; the steps are those of gradient descent. Start where you
like, for example at

    w1, …, w8 = 0.2, −0.4, 0.5, 0.6, 0.1, −0.5, −0.3, 0.8

with the rate 1 and some ten rounds or more. The weights may be called anything, and may be eight numbers,
a list or two matrices.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end the sum of both squared errors is 0.25 or less.
"""

from grader.author import another, script, slip

reference = script(
    """
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward_propagate(x1, x2, y1, y2, w1, w2, w3, w4, w5, w6, w7, w8):
    in_h1 = w1 * x1 + w3 * x2
    out_h1 = sigmoid(in_h1)
    in_h2 = w2 * x1 + w4 * x2
    out_h2 = sigmoid(in_h2)
    out_o1 = sigmoid(w5 * out_h1 + w7 * out_h2)
    out_o2 = sigmoid(w6 * out_h1 + w8 * out_h2)
    error = (1 / 2) * (out_o1 - y1) ** 2 + (1 / 2) * (out_o2 - y2) ** 2
    return out_o1, out_o2, out_h1, out_h2, error


def back_propagate(out_o1, out_o2, out_h1, out_h2):
    d_o1 = (out_o1 - y1) * out_o1 * (1 - out_o1)
    d_o2 = (out_o2 - y2) * out_o2 * (1 - out_o2)
    d_w5, d_w7 = d_o1 * out_h1, d_o1 * out_h2
    d_w6, d_w8 = d_o2 * out_h1, d_o2 * out_h2
    d_h1 = (d_o1 * w5 + d_o2 * w6) * out_h1 * (1 - out_h1)
    d_h2 = (d_o1 * w7 + d_o2 * w8) * out_h2 * (1 - out_h2)
    return d_h1 * x1, d_h2 * x1, d_h1 * x2, d_h2 * x2, d_w5, d_w6, d_w7, d_w8


def update_w(w1, w2, w3, w4, w5, w6, w7, w8):
    step = 1
    w1 = w1 - step * d_w1
    w2 = w2 - step * d_w2
    w3 = w3 - step * d_w3
    w4 = w4 - step * d_w4
    w5 = w5 - step * d_w5
    w6 = w6 - step * d_w6
    w7 = w7 - step * d_w7
    w8 = w8 - step * d_w8
    return w1, w2, w3, w4, w5, w6, w7, w8


if __name__ == "__main__":
    w1, w2, w3, w4, w5, w6, w7, w8 = 0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8
    x1, x2 = 0.5, 0.3
    y1, y2 = 0.23, -0.07
    for i in range(100):
        weights = w1, w2, w3, w4, w5, w6, w7, w8
        out_o1, out_o2, out_h1, out_h2, error = forward_propagate(x1, x2, y1, y2, *weights)
        d_w1, d_w2, d_w3, d_w4, d_w5, d_w6, d_w7, d_w8 = back_propagate(out_o1, out_o2, out_h1, out_h2)
        w1, w2, w3, w4, w5, w6, w7, w8 = update_w(w1, w2, w3, w4, w5, w6, w7, w8)
    print(round(w1, 2), error)
""",
    model="network 2-2-2",
    parameters=("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"),
    data=[([[0.5, 0.3]], [[0.23, -0.07]])],
    most=0.25,
)

a_list = another("""
import math

x1, x2 = 0.5, 0.3
y1, y2 = 0.23, -0.07
w = [0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def forward_propagate(x1, x2, w):
    h1 = sigmoid(w[0] * x1 + w[2] * x2)
    h2 = sigmoid(w[1] * x1 + w[3] * x2)
    o1 = sigmoid(w[4] * h1 + w[6] * h2)
    o2 = sigmoid(w[5] * h1 + w[7] * h2)
    error = 0.5 * (o1 - y1) ** 2 + 0.5 * (o2 - y2) ** 2
    return h1, h2, o1, o2, error


def back_propagate(h1, h2, o1, o2):
    d1 = (o1 - y1) * o1 * (1 - o1)
    d2 = (o2 - y2) * o2 * (1 - o2)
    e1 = (d1 * w[4] + d2 * w[5]) * h1 * (1 - h1)
    e2 = (d1 * w[6] + d2 * w[7]) * h2 * (1 - h2)
    return [e1 * x1, e2 * x1, e1 * x2, e2 * x2, d1 * h1, d2 * h1, d1 * h2, d2 * h2]


step = 1
for i in range(1000):
    h1, h2, o1, o2, error = forward_propagate(x1, x2, w)
    print('round', i, 'loss', round(error, 5))
    grads = back_propagate(h1, h2, o1, o2)
    for k in range(8):
        w[k] = w[k] - step * grads[k]
print(w)
""")

matrices = another("""
import numpy as np

x = np.array([[0.5], [0.3]])
t = np.array([[0.23], [-0.07]])
W1 = np.array([[0.2, 0.5], [-0.4, 0.6]])
W2 = np.array([[0.1, -0.3], [-0.5, 0.8]])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


lr = 1
loss_list = []
for i in range(1000):
    h = sigmoid(W1 @ x)
    o = sigmoid(W2 @ h)
    loss = 0.5 * np.sum((o - t) ** 2)
    loss_list.append(loss)
    delta_o = (o - t) * o * (1 - o)
    delta_h = W2.T @ delta_o * h * (1 - h)
    W2 = W2 - lr * delta_o @ h.T
    W1 = W1 - lr * delta_h @ x.T
    if i % 100 == 0:
        print(i, loss)
""")

autograd = another("""
import torch

x1, x2 = torch.tensor(0.5), torch.tensor(0.3)
y1, y2 = torch.tensor(0.23), torch.tensor(-0.07)
w1, w2, w3, w4 = (torch.tensor([v], requires_grad=True) for v in (0.2, -0.4, 0.5, 0.6))
w5, w6, w7, w8 = (torch.tensor([v], requires_grad=True) for v in (0.1, -0.5, -0.3, 0.8))


def forward():
    h1 = torch.sigmoid(w1 * x1 + w3 * x2)
    h2 = torch.sigmoid(w2 * x1 + w4 * x2)
    o1 = torch.sigmoid(w5 * h1 + w7 * h2)
    o2 = torch.sigmoid(w6 * h1 + w8 * h2)
    return o1, o2


def loss_fuction():
    o1, o2 = forward()
    return (1 / 2) * (o1 - y1) ** 2 + (1 / 2) * (o2 - y2) ** 2


step = 1
for k in range(50):
    loss = loss_fuction()
    loss.backward()
    w1.data = w1.data - step * w1.grad.data
    w2.data = w2.data - step * w2.grad.data
    w3.data = w3.data - step * w3.grad.data
    w4.data = w4.data - step * w4.grad.data
    w5.data = w5.data - step * w5.grad.data
    w6.data = w6.data - step * w6.grad.data
    w7.data = w7.data - step * w7.grad.data
    w8.data = w8.data - step * w8.grad.data
    for w in (w1, w2, w3, w4, w5, w6, w7, w8):
        w.grad.data.zero_()
    print(k, loss.item())
""")

a_module = another("""
import torch


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = torch.nn.Linear(2, 2, bias=False)
        self.output = torch.nn.Linear(2, 2, bias=False)
        with torch.no_grad():
            self.hidden.weight.copy_(torch.tensor([[0.2, 0.5], [-0.4, 0.6]]))
            self.output.weight.copy_(torch.tensor([[0.1, -0.3], [-0.5, 0.8]]))

    def forward(self, x):
        return torch.sigmoid(self.output(torch.sigmoid(self.hidden(x))))


x = torch.tensor([[0.5, 0.3]])
y = torch.tensor([[0.23, -0.07]])
net = Net()
optimizer = torch.optim.SGD(net.parameters(), lr=1.0)
for epoch in range(50):
    optimizer.zero_grad()
    loss = 0.5 * ((net(x) - y) ** 2).sum()
    loss.backward()
    optimizer.step()
print(loss.item())
""")

weight_gradients_back = slip(
    reference,
    "d_h1 = (d_o1 * w5 + d_o2 * w6) * out_h1 * (1 - out_h1)",
    "d_h1 = (d_w5 + d_w6) * out_h1 * (1 - out_h1)",
    "d_h2 = (d_o1 * w7 + d_o2 * w8) * out_h2 * (1 - out_h2)",
    "d_h2 = (d_w7 + d_w8) * out_h2 * (1 - out_h2)",
    says=(
        "The errors of the hidden units are built from the slopes of the output weights; an error "
        "passes back through the weight itself."
    ),
    hints=["By how much does an output change when a hidden unit changes by a little?"],
)

one_path = slip(
    reference,
    "d_h1 = (d_o1 * w5 + d_o2 * w6)",
    "d_h1 = (d_o1 * w5)",
    "d_h2 = (d_o1 * w7 + d_o2 * w8)",
    "d_h2 = (d_o1 * w7)",
    says=(
        "Each hidden unit hears of the first output only; it feeds both, and the errors of both come back."
    ),
    hints=["How many arrows leave a hidden unit?"],
)

weights_exchanged = slip(
    reference,
    "(d_o1 * w5 + d_o2 * w6)",
    "(d_o1 * w5 + d_o2 * w7)",
    "(d_o1 * w7 + d_o2 * w8)",
    "(d_o1 * w6 + d_o2 * w8)",
    says=(
        "Two weights are exchanged on the way back: the matrix of the outputs is used as it is "
        "where its transpose belongs."
    ),
    hints=["Which weights leave the first hidden unit, and which arrive at the first output?"],
)

hidden_derivative_missing = slip(
    reference,
    "(d_o1 * w5 + d_o2 * w6) * out_h1 * (1 - out_h1)",
    "d_o1 * w5 + d_o2 * w6",
    "(d_o1 * w7 + d_o2 * w8) * out_h2 * (1 - out_h2)",
    "d_o1 * w7 + d_o2 * w8",
    says="The errors that come back are not multiplied by the hidden units' derivative.",
    hints=["Which function lies between the hidden sums and the hidden units?"],
)

output_derivative_missing = slip(
    reference,
    "d_o1 = (out_o1 - y1) * out_o1 * (1 - out_o1)",
    "d_o1 = out_o1 - y1",
    "d_o2 = (out_o2 - y2) * out_o2 * (1 - out_o2)",
    "d_o2 = out_o2 - y2",
    says=(
        "The errors of the outputs lack the output units' derivative: so it would be under a "
        "cross-entropy, not under a squared error."
    ),
    hints=["Which function lies between the output sums and the outputs?"],
)

targets_missing = slip(
    reference,
    "d_o1 = (out_o1 - y1) * out_o1",
    "d_o1 = out_o1 * out_o1",
    "d_o2 = (out_o2 - y2) * out_o2",
    "d_o2 = out_o2 * out_o2",
    says="The targets are missing from the errors, so that both outputs are drawn to 0.",
    hints=["Where should the slopes be 0?"],
)

inputs_exchanged = slip(
    reference,
    "return d_h1 * x1, d_h2 * x1, d_h1 * x2, d_h2 * x2",
    "return d_h1 * x1, d_h2 * x2, d_h1 * x1, d_h2 * x2",
    says=(
        "Two inputs are exchanged among the slopes of the first layer: w2 begins at the first "
        "input and w3 at the second."
    ),
    hints=["At which input does each of the four weights begin?"],
)

one_never_moves = slip(
    reference,
    "    w8 = w8 - step * d_w8\n",
    "",
    says="The last weight is never moved, although the loss depends on it.",
    hints=["Count the lines of the update."],
)

uphill = slip(
    matrices,
    "W2 = W2 - lr * delta_o @ h.T",
    "W2 = W2 + lr * delta_o @ h.T",
    "W1 = W1 - lr * delta_h @ x.T",
    "W1 = W1 + lr * delta_h @ x.T",
    says="The steps are added where they should be taken away: the weights climb the loss.",
    hints=["Which way does the gradient point, and where is the loss smaller?"],
)

not_transposed = slip(
    matrices,
    "W2.T @ delta_o",
    "W2 @ delta_o",
    says=(
        "The matrix through which the errors come back is not transposed; both its sides are 2 "
        "long, so that nothing complains."
    ),
    hints=["Which weights leave the first hidden unit, and which arrive at the first output?"],
)

second_layer_first = slip(
    matrices,
    "    delta_h = W2.T @ delta_o * h * (1 - h)\n    W2 = W2 - lr * delta_o @ h.T\n",
    "    W2 = W2 - lr * delta_o @ h.T\n    delta_h = W2.T @ delta_o * h * (1 - h)\n",
    says=(
        "The second layer has moved already when the errors pass back through it: all slopes "
        "belong to the weights as they were."
    ),
    hints=["With which weights was the loss worked out?"],
)

cleared_for_one = slip(
    autograd,
    "    for w in (w1, w2, w3, w4, w5, w6, w7, w8):\n        w.grad.data.zero_()\n",
    "    w1.grad.data.zero_()\n",
    says=(
        "Only the gradient of w1 is cleared; those of the other seven pile up. The loss falls all "
        "the same, even faster."
    ),
    hints=["For how many of the eight weights does the loop clear the gradient?"],
)
