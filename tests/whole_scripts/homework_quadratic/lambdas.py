xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w1, w2, b = 1.0, 1.0, 0.0
f = lambda x: w1 * x**2 + w2 * x + b
cost = lambda: sum((f(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
for k in range(1000):
    c = cost()
    g = [
        sum(2 * (f(x) - y) * q(x) for x, y in zip(xs, ys)) / len(xs)
        for q in [lambda x: x**2, lambda x: x, lambda x: 1.0]
    ]
    w1 -= 0.01 * g[0]
    w2 -= 0.01 * g[1]
    b -= 0.01 * g[2]
print(w1, w2, b, cost())
