import numpy as np

x = np.array([0.5, 0.3])
y = np.array([0.23, -0.07])
W1 = np.array([[0.2, -0.4], [0.5, 0.6]])
W2 = np.array([[0.1, -0.5], [-0.3, 0.8]])
for k in range(100):
    h = 1 / (1 + np.exp(-x.dot(W1)))
    o = 1 / (1 + np.exp(-h.dot(W2)))
    loss = np.mean((o - y) ** 2)
    g_o = 2 * (o - y) / 2 * o * (1 - o)
    g2 = h[:, None] * g_o[None, :]
    g1 = x[:, None] * (W2.dot(g_o) * h * (1 - h))[None, :]
    W1 = W1 - 0.8 * g1
    W2 = W2 - 0.8 * g2
print(loss)
