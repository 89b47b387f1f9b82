# truth: wrong
# parameters: theta0 right, theta1 wrong
# mistake: slope_of_another
import numpy as np
import matplotlib.pyplot as plt
np.random.seed(3)
sizes = np.random.uniform(40, 180, 60)
prices = 2.1 * sizes + 30 + np.random.randn(60) * 8
X = (sizes - sizes.mean()) / sizes.std()
Y = (prices - prices.mean()) / prices.std()
m = len(X)
theta0, theta1 = 0.0, 0.0
alpha = 0.05
costs = []
for it in range(400):
    h = theta0 + theta1 * X
    J = (1 / (2 * m)) * np.sum((h - Y) ** 2)
    costs.append(J)
    t0 = theta0 - alpha * (1 / m) * np.sum(h - Y)
    t1 = theta1 - alpha * (1 / m) * np.sum(h - Y)
    theta0, theta1 = t0, t1
    if it % 100 == 0:
        print("iteration", it, "cost", J)
plt.plot(costs); plt.show()
