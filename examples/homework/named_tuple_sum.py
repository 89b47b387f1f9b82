# truth: wrong
# parameters: p.w right, p.b wrong
# mistake: summed
from typing import NamedTuple
import numpy as np


class Params(NamedTuple):
    w: np.ndarray
    b: float


def grads(p, X, y):
    r = X @ p.w + p.b - y
    return Params(X.T @ r / len(y), r.sum())


def loss(p, X, y):
    return 0.5 * ((X @ p.w + p.b - y) ** 2).mean()


rng = np.random.default_rng(0)
X = rng.normal(size=(80, 2))
y = X @ [1.0, -3.0] + 0.5
p = Params(np.zeros(2), 0.0)
for i in range(300):
    g = grads(p, X, y)
    p = Params(*(a - 0.1 * d for a, d in zip(p, g)))
    if i % 50 == 0:
        print(f"{i:4d} {loss(p, X, y):.5f}")
print(p)
