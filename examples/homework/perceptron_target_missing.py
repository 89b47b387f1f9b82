# truth: wrong
# parameters: w1 wrong, w2 wrong, b wrong
data = [(1, 0, -1), (0, 1, -1), (0, 0, -1), (1, 1, 1)]
w1, w2, b = 0.666, 0.333, 0.233
lr = 0.01
for epoch in range(20):
    for x1, x2, t in data:
        y = w1 * x1 + w2 * x2 + b
        loss = (y - t) ** 2
        w1, w2, b = w1 - lr * 2 * y * x1, w2 - lr * 2 * y * x2, b - lr * 2 * y
    print(epoch, loss)
