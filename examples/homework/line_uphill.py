# truth: wrong
# parameters: w wrong
# mistake: uphill
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.5
for epoch in range(20):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        grad = 2 * x * (w * x - y)
        w = w + 0.001 * grad
    print(epoch, w, loss)
