xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
w, b = 1.0, 0.0
f = lambda x: w * x + b
cost = lambda: sum((f(x) - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
for k in range(1500):
    c = cost()
    g = [sum(2 * (f(x) - y) * q(x) for x, y in zip(xs, ys)) / len(xs) for q in [lambda x: x, lambda x: 1.0]]
    w -= 0.01 * g[0]
    b -= 0.01 * g[1]
print(w, b, cost())
