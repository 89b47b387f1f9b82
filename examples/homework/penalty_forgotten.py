# truth: wrong
# parameters: W wrong, b right
# mistake: penalty
import numpy as np
np.random.seed(1)
N, D, K = 90, 2, 3
X = np.random.randn(N, D)
y = np.random.randint(0, K, N)
W = 0.01 * np.random.randn(D, K)
b = np.zeros((1, K))
reg = 0.1
for i in range(200):
    scores = np.dot(X, W) + b
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    data_loss = np.sum(-np.log(probs[range(N), y])) / N
    loss = data_loss + 0.5 * reg * np.sum(W * W)
    if i % 10 == 0:
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs
    dscores[range(N), y] -= 1
    dscores /= N
    dW = np.dot(X.T, dscores)
    db = np.sum(dscores, axis=0, keepdims=True)
    W += -1.0 * dW
    b += -1.0 * db
