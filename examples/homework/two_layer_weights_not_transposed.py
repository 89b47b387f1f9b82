# truth: wrong
# parameters: W1 wrong, b1 wrong, W2 right, b2 right
# mistake: back_not_transposed
import numpy as np

x = np.array([[0.5], [0.3]])
y = np.array([[0.23], [0.07]])
W1 = np.array([[0.2, 0.5], [-0.4, 0.6]])
W2 = np.array([[0.1, -0.3], [-0.5, 0.8]])
b1 = np.zeros((2, 1))
b2 = np.zeros((2, 1))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


for i in range(100):
    h = sigmoid(W1 @ x + b1)
    o = sigmoid(W2 @ h + b2)
    error = 0.5 * np.sum((o - y) ** 2)
    delta_o = (o - y) * o * (1 - o)
    delta_h = (W2 @ delta_o) * h * (1 - h)
    W2 -= 1.0 * delta_o @ h.T
    b2 -= 1.0 * delta_o
    W1 -= 1.0 * delta_h @ x.T
    b1 -= 1.0 * delta_h
    print(error)
