# truth: wrong
# parameters: self.W right, self.b wrong
import numpy as np
class Softmax:
    def __init__(self, lr, epochs):
        self.lr, self.epochs = lr, epochs
    @staticmethod
    def one_hot(y, k):
        return np.eye(k)[y]
    @staticmethod
    def _softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    def fit(self, X, y):
        n, d = X.shape
        k = len(np.unique(y))
        self.W = np.zeros((d, k)); self.b = np.zeros(k)
        T = self.one_hot(y, k)
        self.losses = []
        for e in range(self.epochs):
            P = self._softmax(X @ self.W + self.b)
            self.losses.append(-np.mean(np.log(P[np.arange(n), y])))
            self.W -= self.lr * X.T @ (P - T) / n
            self.b -= self.lr * np.mean(P - T)
        return self
    def predict(self, X):
        return np.argmax(X @ self.W + self.b, 1)
rng = np.random.default_rng(8)
X = rng.normal(size=(60, 3)); y = np.argmax(X, axis=1)
m = Softmax(0.5, 100).fit(X, y)
print((m.predict(X) == y).mean(), m.losses[-1])
