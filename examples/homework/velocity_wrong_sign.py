# truth: wrong
# parameters: theta wrong
# mistake: uphill
import numpy as np
# gradient descent with momentum
rng = np.random.default_rng(42)
x = rng.normal(size=(60,))
y = 1.7 * x - 0.4 + rng.normal(scale=0.05, size=60)
theta = np.zeros(2)
v = np.zeros(2)
lr, mu = 0.1, 0.9
losses = []
for it in range(150):
    pred = theta[0] * x + theta[1]
    e = pred - y
    losses.append(np.mean(e ** 2))
    g = np.array([2 * np.mean(e * x), 2 * np.mean(e)])
    v = mu * v + lr * g
    theta = theta + v
print(theta, losses[0], losses[-1])
