# truth: right
# parameters: w right, b right
import numpy as np

x = np.linspace(-1, 1, 21)
y = 2 * x - 0.5
w, b = 0.0, 0.0
vw, vb = 0.0, 0.0
lr, beta = 0.05, 0.9
for step in range(200):
    y_hat = w * x + b
    loss = np.mean((y_hat - y) ** 2)
    gw = np.mean(2 * (y_hat - y) * x)
    gb = np.mean(2 * (y_hat - y))
    vw = beta * vw + gw
    vb = beta * vb + gb
    w = w - lr * vw
    b = b - lr * vb
print(w, b, loss)
