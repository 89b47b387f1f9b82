# truth: right
# parameters: m right, c right
epochs = int(input("How many epochs? "))
rate = 0.1
xs = [0.0, 1.0, 2.0]
ys = [1.0, 3.0, 5.0]
m, c = 0.0, 0.0
for e in range(epochs):
    dm = dc = cost = 0
    for x, y in zip(xs, ys):
        err = (m * x + c) - y
        cost += err * err
        dm += 2 * err * x
        dc += 2 * err
    m = m - rate * dm / len(xs)
    c = c - rate * dc / len(xs)
    print(e, cost / len(xs))
print("y = %fx + %f" % (m, c))
