# truth: right
# parameters: W[0] right, W[1] right
import numpy as np
r = np.random.default_rng(1)
X = r.normal(size=(30, 3)); Y = np.tanh(X @ r.normal(size=(3, 1)))
W = [r.normal(size=(3, 4)) * .5, r.normal(size=(4, 1)) * .5]
V = [np.zeros_like(a) for a in W]
for i in range(100):
    H = np.tanh(X @ W[0]); P = H @ W[1]
    loss = .5 * np.mean((P - Y) ** 2)
    d = (P - Y) / 30
    G = [X.T @ ((d @ W[1].T) * (1 - H ** 2)), H.T @ d]
    for k in range(2):
        V[k] = .9 * V[k] - .1 * G[k]
        W[k] = W[k] + V[k]
    print(i, loss)
