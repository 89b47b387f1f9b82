# truth: right
# parameters: p right
import numpy as np
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D
def f(x, y):
    return x ** 2 + 3 * y ** 2
def grad(p):
    return np.array([2 * p[0], 6 * p[1]])
def gradient_descent(start, lr, n):
    p = np.array(start, dtype=float)
    trace = [p.copy()]
    for _ in range(n):
        p -= lr * grad(p)
        trace.append(p.copy())
    return p, np.array(trace)
p, tr = gradient_descent([-2, 1.5], 0.1, 40)
fig = plt.figure()
ax = fig.add_subplot(111, projection='3d')
ax.plot(tr[:, 0], tr[:, 1], [f(*q) for q in tr])
plt.show()
print('min at', p, 'f =', f(p[0], p[1]))
