import numpy as np

xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
X = np.array([[x, 1.0] for x in xs])
Y = np.array(ys).reshape(-1, 1)
theta = np.array([[1.0], [0.0]])
m = len(Y)
for it in range(1500):
    errors = X.dot(theta) - Y
    J = np.sum(errors**2) / (2 * m)
    gradient = X.T.dot(errors) / m
    theta = theta - 0.01 * gradient
print(theta.ravel(), J)
