# truth: constant
# parameters: w constant
# mistake: rate_twice
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.0
lr = 0.03


def loss(x, y):
    return (x * w - y) ** 2


def gradient(x, y):
    return lr * 2 * x * (x * w - y)


for epoch in range(200):
    for x, y in zip(x_data, y_data):
        l = loss(x, y)
        w = w - lr * gradient(x, y)
    print(epoch, w, l)
