# truth: wrong
# parameters: w wrong, b wrong
# mistake: output_derivative_of_activation
import numpy as np

rng = np.random.default_rng(3)
X = rng.normal(size=(30, 2))
y = (X[:, 0] + X[:, 1] > 0).astype(float)
w = np.array([0.1, -0.2])
b = 0.0


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def dsigmoid(z):
    return sigmoid(z) * (1 - sigmoid(z))


for epoch in range(200):
    z = X @ w + b
    a = sigmoid(z)
    loss = ((a - y) ** 2).mean()
    delta = 2 * (a - y) * dsigmoid(a) / len(y)
    w -= 0.5 * X.T @ delta
    b -= 0.5 * delta.sum()
print(loss)
