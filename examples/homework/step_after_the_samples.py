# truth: wrong
# parameters: w wrong
# mistake: after_samples
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.0
def loss(x, y):
    return (x * w - y) ** 2
def gradient(x, y):
    return 2 * x * (x * w - y)
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        grad = gradient(x, y)
        l = loss(x, y)
        print('\tgrad:', x, y, grad)
    w = w - 0.01 * grad
    print('progress:', epoch, 'w=', w, 'loss=', l)
