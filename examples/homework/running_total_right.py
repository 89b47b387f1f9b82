# truth: right
# parameters: w right, b right
import math, random
random.seed(1)
# one sigmoid unit, pure python, log loss
data = [((0.2, 0.9), 1), ((0.8, 0.1), 0), ((0.4, 0.7), 1), ((0.9, 0.4), 0), ((0.1, 0.6), 1)]
w = [random.uniform(-1, 1) for _ in range(2)]
b = 0.0
lr = 0.5
def sigmoid(z):
    return 1 / (1 + math.exp(-z))
for epoch in range(200):
    total = 0
    for x, t in data:
        z = w[0] * x[0] + w[1] * x[1] + b
        o = sigmoid(z)
        total += -(t * math.log(o) + (1 - t) * math.log(1 - o))
        delta = o - t
        for j in range(2):
            w[j] -= lr * delta * x[j]
        b -= lr * delta
    if epoch % 50 == 0:
        print('epoch %d loss %.4f' % (epoch, total / len(data)))
