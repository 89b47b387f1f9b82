xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w = 0.5
RATE = 0.05


def predict(x):
    return w * x


def compute_cost():
    total = 0.0
    for x, y in zip(xs, ys):
        total += (predict(x) - y) ** 2
    return total / (2 * len(xs))


def update():
    global w
    slopes = [0.0] * 1
    for x, y in zip(xs, ys):
        e = predict(x) - y
        slopes[0] += e * x
    w = w - RATE * slopes[0] / len(xs)


count = 0
while count < 400:
    loss = compute_cost()
    update()
    count += 1
    if count % 100 == 0:
        print(count, loss)
