# truth: right
# parameters: x right
x = [5.0]
cost = []
eps = 1e-4
while True:
    g = 2 * (x[-1] - 1)
    cost.append((x[-1] - 1) ** 2)
    x.append(x[-1] - 0.1 * g)
    if abs(x[-1] - x[-2]) < eps:
        break
print(x[-1], len(x))
