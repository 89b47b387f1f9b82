# truth: wrong
# parameters: w1 right, w2 right, b right
# mistake: diverges
x_data = [1.0, 2.0, 3.0, 4.0, 5.0]
y_data = [2.0, 4.0, 6.0, 8.0, 10.0]
w1, w2, b = 0.0, 0.0, 0.0
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        y_pred = w1 * x ** 2 + w2 * x + b
        l = (y_pred - y) * (y_pred - y)
        g = 2 * (y_pred - y)
        w1 = w1 - 0.01 * g * x ** 2
        w2 = w2 - 0.01 * g * x
        b = b - 0.01 * g
    print(epoch, l)
