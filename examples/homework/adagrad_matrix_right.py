# truth: right
# parameters: w right
import numpy as np
np.random.seed(0)
x = np.random.rand(60, 9)
y = x.dot(np.arange(1, 10).reshape(9, 1)) + 0.5
dim = 9 + 1
w = np.zeros([dim, 1])
x = np.concatenate((np.ones([60, 1]), x), axis=1).astype(float)
learning_rate = 100
iter_time = 1000
adagrad = np.zeros([dim, 1])
eps = 0.0000000001
for t in range(iter_time):
    loss = np.sqrt(np.sum(np.power(np.dot(x, w) - y, 2)) / 60)  # rmse
    if t % 100 == 0:
        print(str(t) + ":" + str(loss))
    gradient = 2 * np.dot(x.transpose(), np.dot(x, w) - y)
    adagrad += gradient ** 2
    w = w - learning_rate * gradient / np.sqrt(adagrad + eps)
print(w)
