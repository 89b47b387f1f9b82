import numpy as np

x = np.array([0.5, 0.3])
y = np.array([0.23, -0.07])
V = np.array([[0.2, -0.4], [0.5, 0.6]])
U = np.array([[0.1, -0.5], [-0.3, 0.8]])


def sigma(z):
    return 1.0 / (1.0 + np.exp(-z))


for k in range(60):
    h = sigma(x @ V)
    o = sigma(h @ U)
    loss = np.sum((o - y) ** 2) / 2
    do = (o - y) * o * (1 - o)
    dh = (U @ do) * h * (1 - h)
    U -= 1.0 * np.outer(h, do)
    V -= 1.0 * np.outer(x, dh)
print(loss)
