# truth: right
# parameters: r.slope right, r.intercept right
class Regressor:
    def __init__(self, lr=0.01, epochs=200):
        self.lr = lr
        self.epochs = epochs

    def fit(self, X, Y):
        self.slope = 0.0
        self.intercept = 0.0
        n = len(X)
        for _ in range(self.epochs):
            pred = [self.slope * x + self.intercept for x in X]
            loss = sum((p - y) ** 2 for p, y in zip(pred, Y)) / n
            d_slope = (2 / n) * sum(x * (p - y) for x, p, y in zip(X, pred, Y))
            d_intercept = (2 / n) * sum(p - y for p, y in zip(pred, Y))
            self.slope -= self.lr * d_slope
            self.intercept -= self.lr * d_intercept
        self.final_loss = loss


class Logistic:
    def __init__(self):
        self.w, self.b = 0.0, 0.0

    def predict(self, x):
        import math
        return 1 / (1 + math.exp(-(self.w * x + self.b)))

    def loss(self, X, Y):
        import math
        return -sum(y * math.log(self.predict(x)) + (1 - y) * math.log(1 - self.predict(x)) for x, y in zip(X, Y)) / len(X)

    def fit(self, X, Y, lr=0.1, epochs=200):
        for i in range(epochs):
            gw = sum((self.predict(x) - y) * x for x, y in zip(X, Y)) / len(X)
            gb = sum((self.predict(x) - y) for x, y in zip(X, Y)) / len(X)
            self.w -= lr * gw
            self.b -= lr * gb
            if i % 50 == 0:
                print(i, self.loss(X, Y))


r = Regressor()
r.fit([1, 2, 3, 4], [3, 5, 7, 9])
print(r.slope, r.intercept)
c = Logistic()
c.fit([0.5, 1.0, 1.5, 3.0, 3.5, 4.0], [0, 0, 1, 0, 1, 1])
print(c.w, c.b)
