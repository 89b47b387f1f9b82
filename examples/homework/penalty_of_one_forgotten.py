# truth: wrong
# parameters: W right, b right, W2 wrong, b2 right
# mistake: penalty
import numpy as np
rng = np.random.default_rng(12)
n = 75
X = np.vstack([rng.normal(c, 0.6, size=(25, 2)) for c in ([0, 0], [2, 1], [0, 3])])
y = np.repeat([0, 1, 2], 25)
h = 10
W = 0.1 * rng.standard_normal((2, h))
b = np.zeros((1, h))
W2 = 0.1 * rng.standard_normal((h, 3))
b2 = np.zeros((1, 3))
step_size = 0.5
reg = 1e-3
for i in range(200):
    hidden_layer = np.maximum(0, X @ W + b)
    scores = hidden_layer @ W2 + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    data_loss = np.mean(-np.log(probs[range(n), y]))
    reg_loss = 0.5 * reg * np.sum(W * W) + 0.5 * reg * np.sum(W2 * W2)
    loss = data_loss + reg_loss
    if i % 50 == 0:
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs
    dscores[range(n), y] -= 1
    dscores /= n
    dW2 = hidden_layer.T @ dscores
    db2 = np.sum(dscores, axis=0, keepdims=True)
    dhidden = dscores @ W2.T
    dhidden[hidden_layer <= 0] = 0
    dW = X.T @ dhidden
    db = np.sum(dhidden, axis=0, keepdims=True)
    dW += reg * W
    W += -step_size * dW
    b += -step_size * db
    W2 += -step_size * dW2
    b2 += -step_size * db2
