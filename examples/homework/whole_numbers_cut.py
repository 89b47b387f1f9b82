# truth: wrong
# mistake: cut
import numpy as np
X = np.array([[1, 1], [1, 2], [1, 3], [1, 4]])
y = np.array([3, 5, 7, 9])
theta = np.array([0, 0])
alpha = 0.05
for i in range(100):
    error = X @ theta - y
    loss = (error ** 2).mean() / 2
    grad = X.T @ error / len(y)
    theta[0] = theta[0] - alpha * grad[0]
    theta[1] = theta[1] - alpha * grad[1]
print(theta, loss)
