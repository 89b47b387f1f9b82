# truth: wrong
# parameters: w wrong, b wrong
# mistake: slope_of_another
import numpy as np

X = np.linspace(0, 10, 30)
Y = 1.8 * X + 32
w, b = 0.0, 0.0
lr = 0.01
for epoch in range(1000):
    P = w * X + b
    loss = np.mean((P - Y) ** 2)
    grad_w = np.mean(2 * (P - Y) * X)
    grad_b = np.mean(2 * (P - Y))
    # 梯度裁剪
    grad_w = np.clip(grad_w, -10, 10)
    grad_b = np.clip(grad_b, -10, 10)
    w -= lr * grad_b
    b -= lr * grad_w
    if epoch % 100 == 0:
        print(epoch, loss, w, b)
print("F = %.2f C + %.2f" % (w, b))
