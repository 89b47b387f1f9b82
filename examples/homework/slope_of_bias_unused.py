# truth: wrong
# parameters: w1 right, w2 right, b wrong
# mistake: unmoved
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w1 = 1.0
w2 = 1.0
b = 1.0
alpha = 0.01


def forward(x):
    return w1 * x * x + w2 * x + b


def loss(x, y):
    return (forward(x) - y) ** 2


def grad(x, y):
    e = 2 * (forward(x) - y)
    return e * x * x, e * x, e


for epoch in range(100):
    for x_val, y_val in zip(x_data, y_data):
        g1, g2, gb = grad(x_val, y_val)
        w1 = w1 - alpha * g1
        w2 = w2 - alpha * g2
        l = loss(x_val, y_val)
    print("epoch:", epoch, "loss=", l)
print("predict 4:", forward(4))
