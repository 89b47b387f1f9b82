# truth: right
# parameters: W right
import numpy as np
X = np.array([[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]]); T = np.array([[0], [0], [0], [1]])
W = np.array([[0.5], [-0.2], [0.1]])
lr = 0.11
def update():
    global W
    O = np.where(X @ W > 0, 1, 0)
    W = W + lr * X.T.dot(T - O) / X.shape[0]
for i in range(100):
    update()
    if (np.where(X @ W > 0, 1, 0) == T).all():
        break
print(W)
