# truth: right
# parameters: theta right
import numpy as np

rng = np.random.default_rng(4)
x = np.c_[np.ones(30), rng.uniform(-1, 1, 30)]
y = x @ np.array([0.5, 2.0]) + 0.05 * rng.normal(size=30)


def descend(x, y, theta, alpha, rounds):
    columns = x.transpose()
    for _ in range(rounds):
        hypothesis = np.dot(x, theta)
        loss = hypothesis - y
        gradient = np.dot(columns, loss) / len(y)
        theta = theta - alpha * gradient
    return theta


print(descend(x, y, np.zeros(2), 0.3, 300))
