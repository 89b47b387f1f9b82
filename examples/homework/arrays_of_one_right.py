# truth: right
# parameters: theta right
import math

import numpy as np

rng = np.random.default_rng(7)
X = np.c_[np.ones((12, 1)), rng.uniform(0, 2, (12, 1))]
y = X @ np.array([[1.0], [-2.0]])
theta = np.zeros((2, 1))
history = np.zeros(80)
for i in range(80):
    error = X @ theta - y
    loss = float(error.T @ error / 24)
    gradient = X.T @ error / 12
    theta[0] = theta[0] - 0.2 * gradient[0]
    theta[1] = theta[1] - 0.2 * gradient[1]
    history[i] = theta[1]
    print("%d loss %.4f slope %.3f length %.3f" % (i, loss, theta[1], math.sqrt(theta[1] ** 2)))
