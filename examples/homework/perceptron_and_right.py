# truth: right
# parameters: w1 right, w2 right, b right
data = [(1, 0, -1), (0, 1, -1), (0, 0, -1), (1, 1, 1)]
w1, w2, b = 0.666, 0.333, 0.233
lr = 0.01


def forward(x1, x2):
    return w1 * x1 + w2 * x2 + b


for epoch in range(20):
    for x1, x2, t in data:
        y = forward(x1, x2)
        loss = (y - t) ** 2
        dw1 = 2 * (y - t) * x1
        dw2 = 2 * (y - t) * x2
        db = 2 * (y - t)
        w1 -= lr * dw1
        w2 -= lr * dw2
        b -= lr * db
    print(epoch, w1, w2, b, loss)


def predict(x1, x2):
    return 1 if forward(x1, x2) > 0 else 0
