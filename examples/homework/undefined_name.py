# truth: stops
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.0
for epoch in range(10):
    for x, y in zip(x_data, y_data):
        y_pred = w * x
        loss = (y_pred - y) ** 2
        w = w - lr * 2 * x * (y_pred - y)
    print(epoch, loss)
