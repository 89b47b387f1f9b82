xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
w1, w2, b = 1.0, 1.0, 0.0
RATE = 0.01


def predict(x):
    return w1 * x**2 + w2 * x + b


def compute_cost():
    total = 0.0
    for x, y in zip(xs, ys):
        total += (predict(x) - y) ** 2
    return total / (2 * len(xs))


def update():
    global w1, w2, b
    slopes = [0.0] * 3
    for x, y in zip(xs, ys):
        e = predict(x) - y
        slopes[0] += e * x**2
        slopes[1] += e * x
        slopes[2] += e * 1.0
    w1 = w1 - RATE * slopes[0] / len(xs)
    w2 = w2 - RATE * slopes[1] / len(xs)
    b = b - RATE * slopes[2] / len(xs)


count = 0
while count < 2000:
    loss = compute_cost()
    update()
    count += 1
    if count % 100 == 0:
        print(count, loss)
