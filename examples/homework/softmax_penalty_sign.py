# truth: wrong
# parameters: W wrong, b right
# mistake: penalty
import numpy as np
rng = np.random.default_rng(0)
X = rng.standard_normal((90, 2)) + np.repeat(np.array([[0, 2], [2, -1], [-2, -1]]), 30, axis=0)
y = np.repeat([0, 1, 2], 30)
W = 0.01 * rng.standard_normal((2, 3))
b = np.zeros((1, 3))
step_size = 1e-0
reg = 1e-3
num_examples = X.shape[0]
for i in range(200):
    scores = np.dot(X, W) + b
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    correct_logprobs = -np.log(probs[range(num_examples), y])
    data_loss = np.sum(correct_logprobs) / num_examples
    reg_loss = 0.5 * reg * np.sum(W * W)
    loss = data_loss + reg_loss
    if i % 10 == 0:
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    dW = np.dot(X.T, dscores)
    db = np.sum(dscores, axis=0, keepdims=True)
    dW -= reg * W
    W += -step_size * dW
    b += -step_size * db
print('training accuracy: %.2f' % (np.mean(np.argmax(X @ W + b, axis=1) == y)))
