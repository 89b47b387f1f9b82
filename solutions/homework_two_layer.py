r"""
# Homework: two layers with a ReLU

Train two matrices on random data: the inputs times $W_1$, every negative number set to 0, the rest times
$W_2$. There are no biases. The sizes are yours; take some ten samples, inputs, hidden units and outputs,
and all of them different: equal sizes hide mistakes.

The loss is the squared error, summed or averaged over samples and outputs; the steps are those of
gradient descent, with a rate that is small enough, for example 0.0001. Work the gradients out by hand, or
let autograd do it.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, and that the loss falls.
"""

from grader.author import another, script, slip

reference = script(
    """
import numpy as np

rng = np.random.default_rng(0)
N, D_in, H, D_out = 10, 10, 7, 4
x = rng.normal(size=(N, D_in))
y = rng.normal(size=(N, D_out))
w1 = rng.normal(size=(D_in, H))
w2 = rng.normal(size=(H, D_out))
learning_rate = 1e-4
for t in range(300):
    h = x.dot(w1)
    h_relu = np.maximum(h, 0)
    y_pred = h_relu.dot(w2)
    loss = np.square(y_pred - y).sum()
    grad_y_pred = 2.0 * (y_pred - y)
    grad_w2 = h_relu.T.dot(grad_y_pred)
    grad_h_relu = grad_y_pred.dot(w2.T)
    grad_h = grad_h_relu.copy()
    grad_h[h < 0] = 0
    grad_w1 = x.T.dot(grad_h)
    w1 -= learning_rate * grad_w1
    w2 -= learning_rate * grad_w2
    if t % 50 == 0:
        print(t, loss)
""",
    model="two layers with ReLU",
    parameters=("W1", "W2"),
)

functions = another("""
import numpy as np

np.random.seed(1)
X = np.random.randn(20, 6)
Y = np.random.randn(20, 3)


def relu(z):
    return np.maximum(0, z)


def forward(X, W1, W2):
    Z = X @ W1
    A = relu(Z)
    return Z, A, A @ W2


def compute_loss(P, Y):
    return np.sum((P - Y) ** 2) / len(Y)


def backward(X, Y, Z, A, P, W2):
    dP = 2 * (P - Y) / len(Y)
    dW2 = A.T @ dP
    dZ = (dP @ W2.T) * (Z > 0)
    return X.T @ dZ, dW2


W1 = np.random.randn(6, 5) * 0.5
W2 = np.random.randn(5, 3) * 0.5
for step in range(200):
    Z, A, P = forward(X, W1, W2)
    loss = compute_loss(P, Y)
    dW1, dW2 = backward(X, Y, Z, A, P, W2)
    W1 -= 0.01 * dW1
    W2 -= 0.01 * dW2
print(loss)
""")

autograd = another("""
import torch

torch.manual_seed(0)
N, D_in, H, D_out = 10, 10, 7, 10
x = torch.randn(N, D_in)
y = torch.randn(N, D_out)
w1 = torch.randn(D_in, H, requires_grad=True)
w2 = torch.randn(H, D_out, requires_grad=True)
learning_rate = 1e-4
for t in range(300):
    y_pred = x.mm(w1).clamp(min=0).mm(w2)
    loss = (y_pred - y).pow(2).sum()
    loss.backward()
    with torch.no_grad():
        w1 -= learning_rate * w1.grad
        w2 -= learning_rate * w2.grad
        w1.grad.zero_()
        w2.grad.zero_()
print(loss.item())
""")

a_module = another("""
import torch

torch.manual_seed(0)
x = torch.randn(16, 8)
y = torch.randn(16, 2)
model = torch.nn.Sequential(
    torch.nn.Linear(8, 6, bias=False),
    torch.nn.ReLU(),
    torch.nn.Linear(6, 2, bias=False),
)
loss_fn = torch.nn.MSELoss(reduction="sum")
optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
for t in range(300):
    loss = loss_fn(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(loss.item())
""")

mask_missing = slip(
    reference,
    "    grad_h[h < 0] = 0\n",
    "",
    says="The errors pass back through units that were off: the mask of the ReLU is missing.",
    hints=["What does the loss do when the sum of a unit that is off changes by a little?"],
)

mask_inverted = slip(
    reference,
    "grad_h[h < 0] = 0",
    "grad_h[h > 0] = 0",
    says=(
        "The mask is the wrong way round: errors pass back through the units that were off, and "
        "not through the others."
    ),
    hints=["Which units let a small change of their sum through?"],
)

gradient_clamped = slip(
    reference,
    "    grad_h[h < 0] = 0\n",
    "    grad_h = np.maximum(grad_h, 0)\n",
    says=(
        "The errors are cut off at 0 themselves. What decides is whether the unit was off on the "
        "way forward, not the sign of the error."
    ),
    hints=["Which array decides whether a unit was on?"],
)

set_to_one = slip(
    reference,
    "grad_h[h < 0] = 0",
    "grad_h[h > 0] = 1",
    says=(
        "The errors of units that were on are replaced by 1; the derivative 1 is a factor, and "
        "leaves the error as it is."
    ),
    hints=["What is the chain rule: a product, or one of its factors?"],
)

two_missing = slip(
    reference,
    "grad_y_pred = 2.0 * (y_pred - y)",
    "grad_y_pred = y_pred - y",
    says=(
        "The derivative of the square lacks its factor 2: every step is half as long as the loss asks for."
    ),
    hints=["What is the derivative of e² in e?"],
)

targets_missing = slip(
    reference,
    "grad_y_pred = 2.0 * (y_pred - y)",
    "grad_y_pred = 2.0 * y_pred",
    says="The targets are missing from the errors, so that the outputs are drawn to 0.",
    hints=["Where should the gradient be 0?"],
)

second_layer_first = slip(
    reference,
    "    grad_h_relu = grad_y_pred.dot(w2.T)\n",
    "    w2 -= learning_rate * grad_w2\n    grad_h_relu = grad_y_pred.dot(w2.T)\n",
    "    w1 -= learning_rate * grad_w1\n    w2 -= learning_rate * grad_w2\n",
    "    w1 -= learning_rate * grad_w1\n",
    says=(
        "The second matrix has moved already when the errors pass back through it: all slopes "
        "belong to the weights as they were."
    ),
    hints=["With which weights was the loss worked out?"],
)

uphill = slip(
    reference,
    "w1 -= learning_rate * grad_w1",
    "w1 += learning_rate * grad_w1",
    "w2 -= learning_rate * grad_w2",
    "w2 += learning_rate * grad_w2",
    says="The steps are added where they should be taken away: the weights climb the loss.",
    hints=["Which way does the gradient point, and where is the loss smaller?"],
)

first_layer_still = slip(
    reference,
    "    w1 -= learning_rate * grad_w1\n",
    "",
    says="The first matrix is never moved, although the loss depends on it.",
    hints=["Count the lines of the update."],
)

not_averaged = slip(
    functions,
    "dP = 2 * (P - Y) / len(Y)",
    "dP = 2 * (P - Y)",
    says=(
        "The slopes are summed over the samples while the loss is their mean: every step is as "
        "many times too long as there are samples."
    ),
    hints=["By what does the loss divide, and by what the slopes?"],
)

never_cleared = slip(
    autograd,
    "        w1.grad.zero_()\n        w2.grad.zero_()\n",
    "",
    says="The gradients are never cleared: every step holds all earlier slopes as well.",
    hints=["What does `w1.grad` hold just before the second call of `backward`?"],
)

cleared_for_one = slip(
    autograd,
    "        w2.grad.zero_()\n",
    "",
    says="Only the gradient of the first matrix is cleared; that of the second piles up.",
    hints=["For how many of the matrices does the loop clear the gradient?"],
)
