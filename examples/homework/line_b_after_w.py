# truth: wrong
# parameters: w right, b wrong
# mistake: late
import numpy as np

x = np.array([1.0, 2.0, 3.0, 5.0])
y = np.array([2.5, 4.1, 6.2, 10.3])
w = 0.3
b = 0.0
alpha = 0.01


def predict(x):
    return w * x + b


def cost():
    return np.mean((predict(x) - y) ** 2)


def grad_w():
    return np.mean(2 * (predict(x) - y) * x)


def grad_b():
    return np.mean(2 * (predict(x) - y))


for step in range(200):
    c = cost()
    w = w - alpha * grad_w()
    b = b - alpha * grad_b()
    if step % 20 == 0:
        print(step, c, w, b)
