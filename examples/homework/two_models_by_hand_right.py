# truth: right
# parameters: theta right, phi right
import numpy as np
x = np.linspace(-1, 1, 15)
up, down = 2 * x + 1, -x
theta, phi = np.zeros(2), np.zeros(2)
A = np.stack([x, np.ones_like(x)], 1)
for k in range(150):
    loss_up = np.mean((A @ theta - up) ** 2)
    loss_down = np.mean((A @ phi - down) ** 2)
    theta = theta - 0.1 * 2 * A.T @ (A @ theta - up) / 15
    phi = phi - 0.2 * 2 * A.T @ (A @ phi - down) / 15
    print(k, loss_up, loss_down)
