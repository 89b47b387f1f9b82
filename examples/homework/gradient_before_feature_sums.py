# truth: wrong
# parameters: theta wrong
import numpy as np
m = 20
X = np.c_[np.ones(m), np.arange(1, m + 1) / 10.]
y = np.array([3, 4, 5, 5, 2, 4, 7, 8, 11, 8, 12, 11, 13, 13, 16, 17, 18, 17, 19, 21.]).reshape(m, 1)
theta = np.array([1., 1.]).reshape(2, 1)
def cost(theta, X, y):
    diff = X.dot(theta) - y
    return (diff ** 2).mean() / 2
def gradient(theta, X, y):
    diff = X.dot(theta) - y
    return np.array([[diff.mean()], [diff.mean()]])
grad = gradient(theta, X, y)
while np.abs(grad).max() > 1e-5 and cost(theta, X, y) < 1e6:
    theta = theta - 0.01 * grad
    grad = gradient(theta, X, y)
    print(cost(theta, X, y))
