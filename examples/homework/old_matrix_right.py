# truth: right
# parameters: theta right
import numpy as np

data = np.mat([[1, 2104, 3], [1, 1600, 3], [1, 2400, 3], [1, 1416, 2], [1, 3000, 4]], dtype=float)
data[:, 1] = (data[:, 1] - data[:, 1].mean()) / data[:, 1].std()
data[:, 2] = (data[:, 2] - data[:, 2].mean()) / data[:, 2].std()
price = np.mat([399.9, 329.9, 369.0, 232.0, 539.9]).T
price = price / 100

m = len(price)
theta = np.mat(np.zeros((3, 1)))
alpha = 0.1
J_history = []
for i in range(400):
    error = data * theta - price
    J = float((error.T * error)[0, 0]) / (2 * m)
    J_history.append(J)
    theta = theta - alpha / m * data.T * error
print(theta)
print(J_history[-1])
