import numpy as np

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
X = np.array([[x**2, x, 1.0] for x in xs])
Y = np.array(ys).reshape(-1, 1)
theta = np.array([[1.0], [1.0], [0.0]])
m = len(Y)
for it in range(1000):
    errors = X.dot(theta) - Y
    J = np.sum(errors**2) / (2 * m)
    gradient = X.T.dot(errors) / m
    theta = theta - 0.01 * gradient
print(theta.ravel(), J)
