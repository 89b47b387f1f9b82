# truth: wrong
# parameters: w right, b wrong
# mistake: half
xs = [1, 2, 3, 4]
ys = [3, 5, 7, 9]
w = [0.0]
b = [0.0]
loss = []
lr = 0.02
for epoch in range(200):
    gw = gb = l = 0.0
    for x, y in zip(xs, ys):
        d = w[-1] * x + b[-1] - y
        l += d * d / len(xs)
        gw += 2 * d * x / len(xs)
        gb += d / len(xs)
    loss.append(l)
    w.append(w[-1] - lr * gw)
    b.append(b[-1] - lr * gb)
print(w[-1], b[-1], loss[-1])
