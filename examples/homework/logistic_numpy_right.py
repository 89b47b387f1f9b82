# truth: right
# parameters: w right, b right
import numpy as np

np.random.seed(0)
X = np.random.randn(40, 3)
y = (X @ np.array([1.0, -2.0, 0.5]) + 0.3 > 0).astype(int).reshape(-1, 1)
w = np.zeros((3, 1))
b = 0.0


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def propagate(w, b, X, y):
    m = X.shape[0]
    a = sigmoid(np.dot(X, w) + b)
    cost = -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)) / m
    dw = np.dot(X.T, a - y) / m
    db = np.sum(a - y) / m
    return {"dw": dw, "db": db}, cost


def optimize(w, b, X, y, num_iterations, learning_rate):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return w, b, costs


w, b, costs = optimize(w, b, X, y, 1000, 0.1)
print(costs)
