xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
w1, w2, b = 0.666, 0.333, 0.233
f = lambda x: w1 * x[0] + w2 * x[1] + b
cost = lambda: sum((f(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
for k in range(150):
    c = cost()
    g = [
        sum(2 * (f(x) - y) * q(x) for x, y in zip(xs, ys)) / len(xs)
        for q in [lambda x: x[0], lambda x: x[1], lambda x: 1.0]
    ]
    w1 -= 0.05 * g[0]
    w2 -= 0.05 * g[1]
    b -= 0.05 * g[2]
print(w1, w2, b, cost())
