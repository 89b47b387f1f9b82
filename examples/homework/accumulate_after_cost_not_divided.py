# truth: constant
# parameters: w constant, b constant
# mistake: averaged_twice
import csv
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D
import numpy as np

xs = np.arange(1, 6, dtype=np.float32)
ys = 2 * xs + 1
w = np.float32(0)
b = np.float32(0)
N = len(xs)
record_w, record_b, record_l = [], [], []
for epoch in range(500):
    grad_w = 0.0
    grad_b = 0.0
    cost = 0.0
    for x, y in zip(xs, ys):
        pred = w * x + b
        cost += (pred - y) ** 2
        grad_w += 2 * x * (pred - y) / N
        grad_b += 2 * (pred - y) / N
    w -= 0.02 * grad_w
    b -= 0.02 * grad_b
    record_w.append(w)
    record_b.append(b)
    record_l.append(cost)
fig = plt.figure()
ax = fig.add_subplot(111, projection='3d')
W, B = np.meshgrid(np.linspace(0, 4, 20), np.linspace(-2, 2, 20))
Z = np.mean((W[..., None] * xs + B[..., None] - ys) ** 2, axis=-1)
ax.plot_surface(W, B, Z, cmap='rainbow')
ax.plot(record_w, record_b, record_l, 'k-')
ax.set_xlabel('w')
plt.savefig('surface.png')
plt.show()
