# truth: wrong
# parameters: w wrong
# mistake: input_missing
# 随机梯度下降
import random
x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w = 1.0
def forward(x):
    return w * x
def loss(x, y):
    y_pred = forward(x)
    return (y_pred - y) ** 2
def gradient(x, y):
    return 2 * (w * x - y)
print("训练前", 4, forward(4))
for epoch in range(100):
    rc = random.randrange(0, 3)
    x = x_data[rc]
    y = y_data[rc]
    grad = gradient(x, y)
    w = w - 0.01 * grad
    l = loss(x, y)
    if epoch % 10 == 0:
        print("第{}轮 w={:.4f} loss={:.6f}".format(epoch, w, l))
print("训练后", 4, forward(4))
