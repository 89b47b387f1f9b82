xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
w, b = 1.0, 0.0
RATE = 0.01


def predict(x):
    return w * x + b


def compute_cost():
    total = 0.0
    for x, y in zip(xs, ys):
        total += (predict(x) - y) ** 2
    return total / (2 * len(xs))


def update():
    global w, b
    slopes = [0.0] * 2
    for x, y in zip(xs, ys):
        e = predict(x) - y
        slopes[0] += e * x
        slopes[1] += e * 1.0
    w = w - RATE * slopes[0] / len(xs)
    b = b - RATE * slopes[1] / len(xs)


count = 0
while count < 3000:
    loss = compute_cost()
    update()
    count += 1
    if count % 100 == 0:
        print(count, loss)
