import numpy as np

np.random.seed(4)
x = np.random.randn(6, 9)
t = np.random.randn(2, 9)
W1 = np.random.randn(4, 6) * 0.5
W2 = np.random.randn(2, 4) * 0.5
for k in range(200):
    z = W1.dot(x)
    a = z * (z > 0)
    p = W2.dot(a)
    cost = np.sum((p - t) ** 2) / (2 * x.shape[1])
    e = (p - t) / x.shape[1]
    gW2 = e.dot(a.T)
    gW1 = (W2.T.dot(e) * (z > 0)).dot(x.T)
    W2 -= 0.05 * gW2
    W1 -= 0.05 * gW1
print(cost)
