# truth: wrong
# parameters: w wrong
import numpy as np

A = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0], [1.0, 4.0]])
y = np.array([2.1, 3.9, 6.2, 7.8])


def f(w):
    r = A @ w - y
    return 0.5 * r @ r


def grad_f(w):
    return A.T @ (A @ w) - y.sum()


w = np.zeros(2)
alpha, beta = 0.3, 0.5
for k in range(100):
    g = grad_f(w)
    t = 1.0
    while f(w - t * g) > f(w) - alpha * t * g @ g:
        t *= beta
    w = w - t * g
    print(k, f(w), t)
    if np.linalg.norm(g) < 1e-6:
        break
print(w)
