# truth: right
# parameters: w right
import math

x1, x2 = 0.5, 0.3
y1, y2 = 0.23, -0.07
w = [0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def forward_propagate(x1, x2, w):
    h1 = sigmoid(w[0] * x1 + w[2] * x2)
    h2 = sigmoid(w[1] * x1 + w[3] * x2)
    o1 = sigmoid(w[4] * h1 + w[6] * h2)
    o2 = sigmoid(w[5] * h1 + w[7] * h2)
    error = 0.5 * (o1 - y1) ** 2 + 0.5 * (o2 - y2) ** 2
    return h1, h2, o1, o2, error


def back_propagate(h1, h2, o1, o2):
    d1 = (o1 - y1) * o1 * (1 - o1)
    d2 = (o2 - y2) * o2 * (1 - o2)
    e1 = (d1 * w[4] + d2 * w[5]) * h1 * (1 - h1)
    e2 = (d1 * w[6] + d2 * w[7]) * h2 * (1 - h2)
    return [e1 * x1, e2 * x1, e1 * x2, e2 * x2, d1 * h1, d2 * h1, d1 * h2, d2 * h2]


step = 1
for i in range(1000):
    h1, h2, o1, o2, error = forward_propagate(x1, x2, w)
    print('round', i, 'loss', round(error, 5))
    grads = back_propagate(h1, h2, o1, o2)
    for k in range(8):
        w[k] = w[k] - step * grads[k]
print(w)
