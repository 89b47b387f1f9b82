import numpy as np

rng = np.random.RandomState(0)
X, Y = rng.randn(15, 4), rng.randn(15, 2)
params = {"W1": rng.randn(4, 6) * 0.3, "W2": rng.randn(6, 2) * 0.3}


def forward(X, params):
    z = np.dot(X, params["W1"])
    a = np.maximum(0, z)
    return np.dot(a, params["W2"]), (z, a)


def backward(X, Y, out, cache, params):
    z, a = cache
    d = 2.0 * (out - Y) / len(X)
    grads = {"W2": a.T.dot(d)}
    d = d.dot(params["W2"].T)
    d[z <= 0] = 0
    grads["W1"] = X.T.dot(d)
    return grads


def loss_function(out, Y):
    return np.sum((out - Y) ** 2) / len(Y)


for epoch in range(100):
    out, cache = forward(X, params)
    loss = loss_function(out, Y)
    grads = backward(X, Y, out, cache, params)
    for name in params:
        params[name] -= 0.02 * grads[name]
print(loss)
