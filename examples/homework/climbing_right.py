# truth: right
# parameters: p right
import numpy as np


def f(p):
    return -(p[0] - 1) ** 2 - 2 * (p[1] + 2) ** 2


def df(p):
    return np.array([-2 * (p[0] - 1), -4 * (p[1] + 2)])


p = np.array([3.0, 3.0])
for i in range(50):
    p = p + 0.1 * df(p)  # 梯度上升
    print(i, p, f(p))
