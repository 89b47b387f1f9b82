# truth: right
# parameters: W right, b right
import numpy as np

rng = np.random.RandomState(4)
X = rng.randn(50, 4)
labels = rng.randint(0, 3, 50)
W = rng.randn(4, 3) * 0.01
b = np.zeros((1, 3))
step_size = 0.5
num = X.shape[0]
for i in range(200):
    scores = np.dot(X, W) + b
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    logprobs = -np.log(probs[range(num), labels])
    loss = np.sum(logprobs) / num
    if i % 50 == 0:
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs
    dscores[range(num), labels] -= 1
    dscores /= num
    dW = np.dot(X.T, dscores)
    db = np.sum(dscores, axis=0, keepdims=True)
    W += -step_size * dW
    b += -step_size * db
