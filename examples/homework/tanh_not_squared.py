# truth: wrong
# parameters: net.params['W1'] wrong, net.params['b1'] wrong, net.params['W2'] right, net.params['b2'] right
# mistake: hidden_derivative_not_squared
import numpy as np


class MLP:
    """One hidden layer with tanh, linear output."""

    def __init__(self, n_in, n_hidden, n_out, seed=None):
        r = np.random.RandomState(seed)
        self.params = {
            'W1': r.randn(n_in, n_hidden) * 0.5, 'b1': np.zeros((1, n_hidden)),
            'W2': r.randn(n_hidden, n_out) * 0.5, 'b2': np.zeros((1, n_out)),
        }

    def forward(self, X):
        p = self.params
        self.a1 = np.tanh(X @ p['W1'] + p['b1'])
        return self.a1 @ p['W2'] + p['b2']

    def backward(self, X, y, out):
        m = X.shape[0]
        p = self.params
        d2 = 2 * (out - y) / m
        grads = {'W2': self.a1.T @ d2, 'b2': d2.sum(axis=0, keepdims=True)}
        d1 = d2 @ p['W2'].T * (1 - self.a1)
        grads['W1'] = X.T @ d1
        grads['b1'] = d1.sum(axis=0, keepdims=True)
        return grads

    def update(self, grads, lr):
        for k in self.params:
            self.params[k] -= lr * grads[k]

    def fit(self, X, y, epochs=200, lr=0.05, verbose=True):
        for e in range(epochs):
            out = self.forward(X)
            loss = np.sum((out - y) ** 2) / X.shape[0]
            self.update(self.backward(X, y, out), lr)
            if verbose and e % 50 == 0:
                print(e, loss)


if __name__ == '__main__':
    X = np.linspace(-2, 2, 25)[:, None]
    Y = np.hstack([np.sin(X), X ** 2 / 4])
    net = MLP(1, 8, 2)
    net.fit(X, Y)
