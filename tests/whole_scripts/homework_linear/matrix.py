import numpy as np

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
X = np.array([[x] for x in xs])
Y = np.array(ys).reshape(-1, 1)
theta = np.array([[0.5]])
m = len(Y)
for it in range(200):
    errors = X.dot(theta) - Y
    J = np.sum(errors**2) / (2 * m)
    gradient = X.T.dot(errors) / m
    theta = theta - 0.05 * gradient
print(theta.ravel(), J)
