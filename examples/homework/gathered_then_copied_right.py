# truth: right
# parameters: theta right
import numpy as np
rng = np.random.RandomState(0)
X = np.matrix(rng.randn(20, 2)); y = X * np.matrix([[1.], [2.]])
theta = np.matrix(np.zeros((1, 2)))
def computeCost(X, y, theta):
    inner = np.power(((X * theta.T) - y), 2)
    return np.sum(inner) / (2 * len(X))
def gradientDescent(X, y, theta, alpha, iters):
    temp = np.matrix(np.zeros(theta.shape))
    parameters = int(theta.ravel().shape[1])
    cost = np.zeros(iters)
    for i in range(iters):
        error = (X * theta.T) - y
        for j in range(parameters):
            term = np.multiply(error, X[:, j])
            temp[0, j] = theta[0, j] - ((alpha / len(X)) * np.sum(term))
        theta = temp.copy()
        cost[i] = computeCost(X, y, theta)
    return theta, cost
g, cost = gradientDescent(X, y, theta, 0.01, 100)
print(g, cost[-1])
