# truth: wrong
# parameters: reg.weights wrong, reg.bias right
class LinearRegression:
    def __init__(self, lr=0.01, n_iters=500):
        self.lr = lr
        self.n_iters = n_iters
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0
        for _ in range(self.n_iters):
            y_predicted = np.dot(X, self.weights) + self.bias
            dw = (1 / n_features) * np.dot(X.T, (y_predicted - y))
            db = (1 / n_samples) * np.sum(y_predicted - y)
            self.weights -= self.lr * dw
            self.bias -= self.lr * db

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

def mse(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2)

import numpy as np
rng = np.random.RandomState(1)
X = rng.randn(100, 3)
y = X @ np.array([1.0, -2.0, 0.5]) + 4
X_train, X_test = X[:80], X[80:]
y_train, y_test = y[:80], y[80:]
reg = LinearRegression(lr=0.05)
reg.fit(X_train, y_train)
print("MSE:", mse(y_test, reg.predict(X_test)))
