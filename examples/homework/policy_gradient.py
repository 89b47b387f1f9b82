# truth: not_judged
import numpy as np
np.random.seed(0)
theta = np.zeros(3); true = np.array([.2, .5, .8]); baseline = 0
for ep in range(500):
    p = np.exp(theta) / np.exp(theta).sum()
    a = np.random.choice(3, p=p)
    r = float(np.random.rand() < true[a])
    g = -p
    g[a] += 1
    theta += 0.1 * (r - baseline) * g
    baseline += 0.05 * (r - baseline)
print(theta)
