# truth: wrong
# parameters: w right, b wrong
# mistake: input_twice
# 作业：线性模型、带偏置、二次模型
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
alpha = 0.01

# ---------- 1. y = w*x
w = 1.0
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        y_pred = x * w
        loss = (y_pred - y) ** 2
        w = w - alpha * 2 * x * (y_pred - y)
    print("w*x:", epoch, w, loss)

# ---------- 2. y = w*x+b
w = 1.0
b = 0.0
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        y_pred = x * w + b
        loss = (y_pred - y) ** 2
        grad_w = 2 * x * (y_pred - y)
        grad_b = 2 * x * (y_pred - y)
        w = w - alpha * grad_w
        b = b - alpha * grad_b
    print("w*x+b:", epoch, w, b, loss)

# ---------- 3. y = w2*x^2 + w1*x + b
w1 = 1.0
w2 = 1.0
b = 0.0
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        y_pred = w2 * x * x + w1 * x + b
        loss = (y_pred - y) ** 2
        grad_w2 = 2 * x * x * (y_pred - y)
        grad_w1 = 2 * x * (y_pred - y)
        grad_b = 2 * (y_pred - y)
        w2 = w2 - alpha * grad_w2
        w1 = w1 - alpha * grad_w1
        b = b - alpha * grad_b
    print("w2*x^2+w1*x+b:", epoch, w2, w1, b, loss)
