# truth: not_judged
import numpy as np
r = np.random.default_rng(0)
V = np.zeros(5); alpha = .1; gamma = .9
for ep in range(200):
    s = r.integers(0, 4); s2 = s + 1
    reward = 1.0 if s2 == 4 else 0.0
    delta = reward + gamma * V[s2] - V[s]
    loss = delta ** 2
    V[s] += alpha * delta
