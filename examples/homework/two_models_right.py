# truth: right
# parameters: w right
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]


def cost(xs, ys, w):
    return sum((x * w - y) ** 2 for x, y in zip(xs, ys)) / len(xs)


def gradient(xs, ys, w):
    return sum(2 * x * (x * w - y) for x, y in zip(xs, ys)) / len(xs)


print('--- batch ---')
w = 1.0
for epoch in range(50):
    cost_val = cost(x_data, y_data, w)
    w -= 0.01 * gradient(x_data, y_data, w)
    print('Epoch:', epoch, 'w=', w, 'loss=', cost_val)

print('--- stochastic ---')
w = 1.0
for epoch in range(50):
    for x, y in zip(x_data, y_data):
        grad = 2 * x * (x * w - y)
        w -= 0.01 * grad
        l = (x * w - y) ** 2
    print('Epoch:', epoch, 'w=', w, 'loss=', l)
