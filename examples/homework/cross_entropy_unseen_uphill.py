# truth: wrong
# parameters: clf.weights wrong, clf.bias right
# mistake: uphill
import numpy as np
class LogisticRegression:
    def __init__(self, lr=0.1, n_iters=200):
        self.lr = lr
        self.n_iters = n_iters
        self.weights = None
        self.bias = None
    def sigmoid(self, x):
        return 1 / (1 + np.exp(-x))
    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0
        for _ in range(self.n_iters):
            linear = np.dot(X, self.weights) + self.bias
            pred = self.sigmoid(linear)
            dw = (1 / n_samples) * np.dot(X.T, (y - pred))
            db = (1 / n_samples) * np.sum(pred - y)
            self.weights = self.weights - self.lr * dw
            self.bias = self.bias - self.lr * db
    def predict(self, X):
        return [0 if p <= 0.5 else 1 for p in self.sigmoid(np.dot(X, self.weights) + self.bias)]
rng = np.random.default_rng(5)
X = rng.normal(size=(50, 3))
y = (X @ np.array([1., -2., .5]) > 0).astype(int)
clf = LogisticRegression()
clf.fit(X, y)
print(np.mean(clf.predict(X) == y))
