# truth: right
# parameters: w_now right
x_data = [1, 2, 3]
y_data = [2, 4, 6]
w_now = 1.0


def forward(x, w):
    return x * w


def get_loss(x, y, w):
    d = forward(x, w) - y
    return d * d


def get_grad(x, y, w):
    return 2 * x * (x * w - y)


loss = 0
for epoch in range(100):
    for x_val, y_val in zip(x_data, y_data):
        grad = get_grad(x_val, y_val, w_now)
        w_new = w_now - 0.01 * grad
        print("grad:", x_val, y_val, grad)
        loss = get_loss(x_val, y_val, w_new)
        w_now = w_new
    print("progress:", epoch, "w=", w_now, "loss=", loss)
