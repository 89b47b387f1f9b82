# truth: right
# parameters: g right, d right
import numpy as np
rng = np.random.default_rng(0)
g = 0.0; d = np.array([0.1, 0.0]); lr = 0.05
sig = lambda z: 1 / (1 + np.exp(-z))
for i in range(100):
    z = rng.normal(size=32); real = rng.normal(2, 1, 32); fake = z + g
    pr, pf = sig(d[0] * real + d[1]), sig(d[0] * fake + d[1])
    d_loss = -np.mean(np.log(pr)) - np.mean(np.log(1 - pf))
    gd = np.array([np.mean((pr - 1) * real) + np.mean(pf * fake), np.mean(pr - 1) + np.mean(pf)])
    d = d - lr * gd
    pf = sig(d[0] * fake + d[1])
    g_loss = -np.mean(np.log(pf))
    g = g - lr * np.mean((pf - 1) * d[0])
    print(i, d_loss, g_loss)
