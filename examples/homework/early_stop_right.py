# truth: right
# parameters: w right
xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w = 0.5
last_cost = float('inf')
best_w, best_cost = w, last_cost
for epoch in range(1000):
    cost = 0.0
    gradient = 0.0
    for x, y in zip(xs, ys):
        cost += (w * x - y) ** 2
        gradient += 2 * x * (w * x - y)
    cost /= len(xs)
    gradient /= len(xs)
    if cost < best_cost:
        best_cost, best_w = cost, w
    if abs(last_cost - cost) < 1e-9:
        print('converged', epoch)
        break
    last_cost = cost
    w -= 0.05 * gradient
print(best_w, best_cost)
