# truth: wrong
# parameters: model.w right, model.b wrong
# mistake: summed
import numpy as np


class LinearRegression:
    """simple linear regression"""

    def __init__(self, learning_rate=0.01, n_iters=1000):
        self.learning_rate = learning_rate
        self.n_iters = n_iters
        self.w = None
        self.b = None
        self.history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.w = np.zeros(n_features)
        self.b = 0
        for _ in range(self.n_iters):
            y_hat = X @ self.w + self.b
            error = y_hat - y
            dw = 2 / n_samples * X.T @ error
            db = 2 * np.sum(error)
            self.w -= self.learning_rate * dw
            self.b -= self.learning_rate * db
            self.history.append(np.mean(error ** 2))
        return self

    def predict(self, X):
        return X @ self.w + self.b


np.random.seed(0)
X = np.random.rand(30, 3)
y = X @ np.array([1.0, -2.0, 0.5]) + 3
model = LinearRegression()
model.fit(X, y)
print(model.w, model.b)
