# truth: constant
# parameters: theta constant
# mistake: twice
import numpy as np
rng = np.random.default_rng(0)
X = np.array([[0,0],[0,1],[1,0],[1,1.]]); Y = np.array([0,1,1,0.])
theta = rng.normal(size=9)
def net(th, x):
    W = th[:4].reshape(2, 2); b = th[4:6]; v = th[6:8]; c = th[8]
    h = np.tanh(x @ W + b)
    return 1 / (1 + np.exp(-(h @ v + c)))
def loss(th): return np.mean((net(th, X) - Y) ** 2)
eps = 1e-5
lr = 0.5
for k in range(200):
    g = np.zeros(9)
    for i in range(9):
        e = np.zeros(9); e[i] = eps
        g[i] = (loss(theta + e) - loss(theta - e)) / eps
    theta -= lr * g
    if k % 50 == 0: print(k, loss(theta))
