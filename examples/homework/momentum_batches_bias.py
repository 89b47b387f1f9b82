# truth: wrong
# parameters: W right, b wrong
# mistake: averaged_twice
import numpy as np

np.random.seed(0)
N, D, C = 90, 4, 3
X = np.random.randn(N, D)
labels = np.argmax(X @ np.random.randn(D, C), axis=1)
Y = np.eye(C)[labels]

W = 0.01 * np.random.randn(D, C)
b = np.zeros(C)
vW = np.zeros_like(W)
vb = np.zeros_like(b)
mu, lr, batch = 0.9, 0.1, 15

def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)

for epoch in range(20):
    order = np.random.permutation(N)
    epoch_loss = 0
    for s in range(0, N, batch):
        idx = order[s:s + batch]
        xb, yb = X[idx], Y[idx]
        p = softmax(xb @ W + b)
        loss = -np.sum(yb * np.log(p + 1e-12)) / len(xb)
        epoch_loss += loss
        dz = (p - yb) / len(xb)
        dW = xb.T @ dz
        db = dz.mean(axis=0)
        vW = mu * vW - lr * dW
        vb = mu * vb - lr * db
        W += vW
        b += vb
    print("epoch %d loss %.4f" % (epoch, epoch_loss / (N // batch)))
acc = (softmax(X @ W + b).argmax(1) == labels).mean()
print("accuracy", acc)
