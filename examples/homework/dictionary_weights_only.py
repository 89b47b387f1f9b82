# truth: wrong
# parameters: p['W1'] right, p['W2'] right, p['b1'] wrong, p['b2'] wrong
# mistake: unmoved
import numpy as np
np.random.seed(1)
def init(n_in, n_h, n_out):
    return {"W1": np.random.randn(n_in, n_h) * 0.5, "b1": np.zeros((1, n_h)), "W2": np.random.randn(n_h, n_out) * 0.5, "b2": np.zeros((1, n_out))}
def relu(z): return np.maximum(0, z)
def forward(X, p):
    Z1 = X @ p["W1"] + p["b1"]
    A1 = relu(Z1)
    Z2 = A1 @ p["W2"] + p["b2"]
    return Z2, {"Z1": Z1, "A1": A1, "Z2": Z2}
def compute_loss(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2)
def backward(X, Y, p, c):
    m = X.shape[0] * Y.shape[1]
    dZ2 = 2 * (c["Z2"] - Y) / m
    dW2 = c["A1"].T @ dZ2
    db2 = np.sum(dZ2, axis=0, keepdims=True)
    dA1 = dZ2 @ p["W2"].T
    dZ1 = dA1 * (c["Z1"] > 0)
    dW1 = X.T @ dZ1
    db1 = np.sum(dZ1, axis=0, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
def update(p, g, lr):
    for k in ("W1", "W2"):
        p[k] = p[k] - lr * g["d" + k]
    return p
X = np.random.randn(30, 3)
Y = np.random.randn(30, 2)
p = init(3, 5, 2)
for i in range(300):
    Y_hat, cache = forward(X, p)
    loss = compute_loss(Y_hat, Y)
    g = backward(X, Y, p, cache)
    p = update(p, g, 0.1)
    if i % 50 == 0: print(f"Epoch {i}, loss: {loss:.4f}")
