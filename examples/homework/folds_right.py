# truth: right
# parameters: w_k right, b_k right
import numpy as np
rng = np.random.RandomState(7)
X = rng.randn(60, 3)
t = X.dot([1.0, 0.5, -1.0]) + 2
Xtr, Xte, ttr, tte = X[:40], X[40:], t[:40], t[40:]
w = np.zeros(3)
b = 0.0
# standardise
mu = np.zeros(3)
for j in range(3):
    mu[j] = Xtr[:, j].mean()
    Xtr[:, j] = Xtr[:, j] - mu[j]
    Xte[:, j] -= mu[j]
for epoch in range(100):
    y = Xtr.dot(w) + b
    err = y - ttr
    loss = 0.5 * (err ** 2).mean()
    w -= 0.1 * Xtr.T.dot(err) / len(err)
    b -= 0.1 * err.mean()
test_loss = 0
for x, target in zip(Xte, tte):
    p = x.dot(w) + b
    test_loss += (p - target) ** 2
    b_shift = p - target
print(test_loss / len(tte))
# k-fold
k = 4
for fold in range(k):
    idx = np.arange(fold * 10, fold * 10 + 10)
    mask = np.ones(40, bool)
    mask[idx] = False
    w_k = np.zeros(3)
    b_k = 0.0
    for epoch in range(50):
        e = Xtr[mask].dot(w_k) + b_k - ttr[mask]
        w_k -= 0.1 * Xtr[mask].T.dot(e) / mask.sum()
        b_k -= 0.1 * e.mean()
    val = np.mean((Xtr[idx].dot(w_k) + b_k - ttr[idx]) ** 2)
    print("fold", fold, "val mse", val)
