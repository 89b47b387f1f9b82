# truth: constant
# parameters: w constant, b constant
# mistake: half
import numpy as np

x = np.array([0.5, 1.5, 2.5, 4.0, 5.5])
y = 1.7 * x + 0.4
w, b = 0.0, 0.0
learning_rate = 0.02
for i in range(500):
    y_hat = w * x + b
    loss = np.mean((y_hat - y) ** 2)
    dw = np.mean((y_hat - y) * x)
    db = np.mean(y_hat - y)
    w -= learning_rate * dw
    b -= learning_rate * db
    if i % 100 == 0:
        print(i, loss)
