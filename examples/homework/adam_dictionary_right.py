# truth: right
# parameters: params['W1'] right, params['b1'] right, params['W2'] right, params['b2'] right
import numpy as np

rng = np.random.default_rng(1)
X = rng.normal(size=(60, 3))
T = np.sin(X[:, :1]) + 0.3 * X[:, 1:2]

params = {
    "W1": rng.normal(scale=0.5, size=(3, 8)),
    "b1": np.zeros(8),
    "W2": rng.normal(scale=0.5, size=(8, 1)),
    "b2": np.zeros(1),
}
m = {k: np.zeros_like(v) for k, v in params.items()}
v = {k: np.zeros_like(p) for k, p in params.items()}
lr, beta1, beta2, eps = 0.01, 0.9, 0.999, 1e-8


def loss_and_grads(X, T):
    z1 = X @ params["W1"] + params["b1"]
    a1 = np.tanh(z1)
    y = a1 @ params["W2"] + params["b2"]
    loss = np.mean((y - T) ** 2)
    dy = 2 * (y - T) / y.size
    grads = {}
    grads["W2"] = a1.T @ dy
    grads["b2"] = dy.sum(axis=0)
    dz1 = (dy @ params["W2"].T) * (1 - a1 ** 2)
    grads["W1"] = X.T @ dz1
    grads["b1"] = dz1.sum(axis=0)
    return loss, grads


for t in range(1, 401):
    loss, grads = loss_and_grads(X, T)
    for k in params:
        m[k] = beta1 * m[k] + (1 - beta1) * grads[k]
        v[k] = beta2 * v[k] + (1 - beta2) * grads[k] ** 2
        mh = m[k] / (1 - beta1 ** t)
        vh = v[k] / (1 - beta2 ** t)
        params[k] = params[k] - lr * mh / (np.sqrt(vh) + eps)
    if t % 100 == 0:
        print("iter", t, "loss", loss)
