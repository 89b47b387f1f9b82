# truth: right
# parameters: w right, b right
import numpy as np
X = np.array([[3, 3], [4, 3], [1, 1]])
Y = np.array([1, 1, -1])
w = np.zeros(2)
b = 0
eta = 1
flag = True
while flag:
    flag = False
    for i in range(len(X)):
        if Y[i] * (np.dot(w, X[i]) + b) <= 0:
            w = w + eta * Y[i] * X[i]
            b = b + eta * Y[i]
            flag = True
            print('w =', w, 'b =', b)
            break
