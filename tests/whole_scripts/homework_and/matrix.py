import numpy as np

xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
X = np.array([[x[0], x[1], 1.0] for x in xs])
Y = np.array(ys).reshape(-1, 1)
theta = np.array([[0.666], [0.333], [0.233]])
m = len(Y)
for it in range(150):
    errors = X.dot(theta) - Y
    J = np.sum(errors**2) / (2 * m)
    gradient = X.T.dot(errors) / m
    theta = theta - 0.05 * gradient
print(theta.ravel(), J)
