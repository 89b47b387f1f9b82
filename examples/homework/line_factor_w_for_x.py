# truth: wrong
# parameters: w wrong, b right
# mistake: parameter_for_input
xs = [1.0, 2.0, 3.0, 4.0]
ys = [3.1, 4.9, 7.2, 9.0]
w = 0.5
b = 0.1
lr = 0.01


def forward(x):
    return w * x + b


def loss(x, y):
    return (forward(x) - y) ** 2


for epoch in range(50):
    for x, y in zip(xs, ys):
        y_pred = forward(x)
        l = loss(x, y)
        dw = 2 * (y_pred - y) * w
        db = 2 * (y_pred - y)
        w = w - lr * dw
        b = b - lr * db
    print(epoch, l)
