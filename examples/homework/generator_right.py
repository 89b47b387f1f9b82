# truth: right
# parameters: b right, w right
import itertools

data = [(0.5, 2.1), (1.0, 3.0), (1.5, 4.1), (2.0, 4.9), (2.5, 6.0)]


def loss(w, b):
    return sum((w * x + b - y) ** 2 for x, y in data) / len(data)


def gradient_descent(w, b, lr):
    n = len(data)
    while True:
        gw = sum(2 * (w * x + b - y) * x for x, y in data) / n
        gb = sum(2 * (w * x + b - y) for x, y in data) / n
        w = w - lr * gw
        b = b - lr * gb
        yield w, b


for i, (w, b) in enumerate(itertools.islice(gradient_descent(0.0, 0.0, 0.05), 300)):
    if i % 30 == 0:
        print(i, w, b, loss(w, b))
