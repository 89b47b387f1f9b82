# truth: wrong
# parameters: w1 right, w2 wrong, b right
# mistake: slope_of_another
samples = [(1, 0, -1), (0, 1, -1), (0, 0, -1), (1, 1, 1)]
w1, w2, b = 0.666, 0.333, 0.233
lr = 0.01


def predict(x1, x2):
    return w1 * x1 + w2 * x2 + b


def train_one(x1, x2, t):
    global w1, w2, b
    out = predict(x1, x2)
    err = out - t
    w1 = w1 - lr * 2 * err * x1
    w2 = w2 - lr * 2 * err * x1
    b = b - lr * 2 * err
    return err ** 2


for epoch in range(20):
    cost = 0
    for x1, x2, t in samples:
        cost += train_one(x1, x2, t)
    print('epoch', epoch, 'cost', cost)
for x1, x2, t in samples:
    print(x1, x2, 1 if predict(x1, x2) > 0 else -1)
