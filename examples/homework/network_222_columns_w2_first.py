# truth: wrong
# parameters: W1 wrong, W2 right
# mistake: late
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
    W2 = W2 - lr * delta_o @ h.T
    delta_h = W2.T @ delta_o * h * (1 - h)
    W1 = W1 - lr * delta_h @ x.T
    if i % 100 == 0:
        print("第%d轮, 损失=%f" % (i, loss))
