# truth: wrong
# parameters: w wrong
import numpy as np
np.random.seed(0)
x = np.random.rand(60, 4)
y = x.dot(np.arange(1, 5).reshape(4, 1)) + 0.5
w = np.zeros([5, 1])
x = np.concatenate((np.ones([60, 1]), x), axis=1).astype(float)
learning_rate = 1
s_gra = np.zeros([5, 1])
for t in range(1000):
    hypo = np.dot(x, w)
    loss = hypo - y
    cost = np.sum(loss ** 2) / len(x)
    gra = np.dot(x.transpose(), hypo)
    s_gra += gra ** 2
    ada = np.sqrt(s_gra)
    w = w - learning_rate * gra / (ada + 1e-8)
    print('iteration: %d | Cost: %f' % (t, cost))
