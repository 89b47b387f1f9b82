import numpy as np

rng = np.random.default_rng(3)
X = rng.normal(size=(12, 5))
Y = rng.normal(size=(12, 3))
A = rng.normal(size=(5, 7)) * 0.4
B = rng.normal(size=(7, 3)) * 0.4
for epoch in range(150):
    Z = X @ A
    R = np.maximum(Z, 0)
    P = R @ B
    loss = np.sum((P - Y) ** 2)
    dP = 2 * (P - Y)
    dB = R.T @ dP
    dA = X.T @ (dP @ B.T * (Z > 0))
    A = A - 0.001 * dA
    B = B - 0.001 * dB
print(loss)
