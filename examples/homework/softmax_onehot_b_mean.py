# truth: wrong
# parameters: W right, b wrong
# mistake: averaged_twice
import numpy as np

np.random.seed(3)
X = np.random.randn(30, 4)
labels = np.random.randint(0, 3, 30)
Y = np.eye(3)[labels]
W = np.zeros((4, 3))
b = np.zeros(3)


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def cross_entropy(p, y):
    return -np.sum(y * np.log(p + 1e-12)) / len(y)


alpha = 0.5
costs = []
for it in range(300):
    p = softmax(X.dot(W) + b)
    costs.append(cross_entropy(p, Y))
    dz = (p - Y) / len(X)
    W -= alpha * X.T.dot(dz)
    b -= alpha * dz.mean(axis=0)
    if it % 50 == 0:
        print(it, costs[-1], (p.argmax(1) == labels).mean())
