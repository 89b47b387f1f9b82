# truth: not_judged
import numpy as np
rng = np.random.default_rng(1)
Phi = rng.normal(size=(6, 3)); w = np.zeros(3)
for t in range(400):
    s = rng.integers(0, 5)
    r = 1.0 if s == 4 else 0.0
    delta = r + 0.9 * Phi[s + 1] @ w - Phi[s] @ w
    loss = delta ** 2
    w += 0.05 * delta * Phi[s]
    print(t, loss)
