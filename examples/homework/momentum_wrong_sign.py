# truth: not_judged
import numpy as np
x = np.arange(1., 6); y = 3 * x - 1
theta = np.array([0., 0.]); v = np.zeros(2)
for t in range(30):
    p = theta[0] * x + theta[1]
    loss = np.mean((p - y) ** 2)
    g = np.array([np.mean(2 * (p - y) * x), np.mean(2 * (p - y))])
    v = -0.9 * v + g
    theta = theta - 0.002 * v
print(theta, loss)
