# truth: right
# parameters: w1 right, w2 right
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
np.random.seed(1)
w1 = np.random.rand(2, 4)
w2 = np.random.rand(4, 1)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def dsigmoid(x):
    return x * (1 - x)


for i in range(5000):
    h = sigmoid(X.dot(w1))
    o = sigmoid(h.dot(w2))
    e = y - o
    d_o = e * dsigmoid(o)
    d_h = d_o.dot(w2.T) * dsigmoid(h)
    w2 += h.T.dot(d_o) * 0.5
    w1 += X.T.dot(d_h) * 0.5
    if i % 1000 == 0:
        print("Loss:", np.mean(np.square(e)))
