xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w = 0.5
f = lambda x: w * x
cost = lambda: sum((f(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
for k in range(200):
    c = cost()
    g = [sum(2 * (f(x) - y) * q(x) for x, y in zip(xs, ys)) / len(xs) for q in [lambda x: x]]
    w -= 0.05 * g[0]
print(w, cost())
