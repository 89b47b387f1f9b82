# truth: wrong
# parameters: b wrong, w right
# mistake: late
import itertools

data = [(0.5, 2.1), (1.0, 3.0), (1.5, 4.1), (2.0, 4.9), (2.5, 6.0)]


def loss(w, b):
    return sum((w * x + b - y) ** 2 for x, y in data) / len(data)


def gradient_descent(w, b, lr):
    n = len(data)
    while True:
        w = w - lr * sum(2 * (w * x + b - y) * x for x, y in data) / n
        b = b - lr * sum(2 * (w * x + b - y) for x, y in data) / n
        yield w, b


for i, (w, b) in enumerate(itertools.islice(gradient_descent(0.0, 0.0, 0.05), 300)):
    if i % 30 == 0:
        print(i, w, b, loss(w, b))
