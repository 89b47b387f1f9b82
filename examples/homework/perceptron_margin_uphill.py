# truth: not_judged
import numpy as np
X = np.array([[3, 3], [4, 3], [1, 1]])
Y = np.array([1, 1, -1])
w = np.zeros(2)
b = 0
eta = 1
for epoch in range(20):
    for i in range(len(X)):
        if Y[i] * (np.dot(w, X[i]) + b) <= 0:
            w = w - eta * Y[i] * X[i]
            b = b - eta * Y[i]
    print('w =', w, 'b =', b)
