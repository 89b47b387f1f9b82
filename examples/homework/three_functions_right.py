# truth: right
# parameters: w right, b right
import random
import matplotlib.pyplot as plt


def target(x):
    return 4 * x + 3


xs = [i * 0.1 for i in range(20)]
ys = [target(x) for x in xs]


def batch_gd(xs, ys, lr, n):
    w = b = 0.0
    m = len(xs)
    hist = []
    for _ in range(n):
        dw = db = total = 0
        for x, y in zip(xs, ys):
            d = w * x + b - y
            dw += d * x
            db += d
            total += d * d
        w -= lr * 2 * dw / m
        b -= lr * 2 * db / m
        hist.append(total / m)
    return w, b, hist


def sgd(xs, ys, lr, n):
    w = b = 0.0
    hist = []
    for _ in range(n):
        i = random.randint(0, len(xs) - 1)
        d = w * xs[i] + b - ys[i]
        w -= lr * 2 * d * xs[i]
        b -= lr * 2 * d
        hist.append(d * d)
    return w, b, hist


def mini_batch(xs, ys, lr, n, size=5):
    w = b = 0.0
    hist = []
    for _ in range(n):
        idx = random.sample(range(len(xs)), size)
        dw = db = loss = 0
        for i in idx:
            d = w * xs[i] + b - ys[i]
            dw += 2 * d * xs[i] / size
            db += 2 * d / size
            loss += d * d / size
        w, b = w - lr * dw, b - lr * db
        hist.append(loss)
    return w, b, hist


for name, f in (("BGD", batch_gd), ("SGD", sgd), ("MBGD", mini_batch)):
    w, b, hist = f(xs, ys, 0.05, 300)
    print(name, w, b, hist[-1])
    plt.plot(hist, label=name)
plt.legend()
plt.show()
