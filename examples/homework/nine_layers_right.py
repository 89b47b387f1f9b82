# truth: right
# parameters: Ws[0] right, Ws[1] right, Ws[2] right, Ws[3] right, Ws[4] right, Ws[5] right, Ws[6] right, Ws[7] right, Ws[8] right, bs[0] right, bs[1] right, bs[2] right, bs[3] right, bs[4] right, bs[5] right, bs[6] right, bs[7] right, bs[8] right
import numpy as np

rng = np.random.default_rng(5)
sizes = [2] + [3] * 8 + [1]
Ws = [rng.normal(0, 0.7, (b, a)) for a, b in zip(sizes, sizes[1:])]
bs = [np.zeros((b, 1)) for b in sizes[1:]]
x, y = np.array([[0.4], [-1.0]]), np.array([[0.3]])
for epoch in range(60):
    outputs = [x]
    for W, b in zip(Ws, bs):
        outputs.append(np.tanh(W @ outputs[-1] + b))
    loss = ((outputs[-1] - y) ** 2).sum()
    delta = 2 * (outputs[-1] - y) * (1 - outputs[-1] ** 2)
    gradients = []
    for place in range(len(Ws) - 1, -1, -1):
        gradients.append((place, delta @ outputs[place].T, delta))
        delta = Ws[place].T @ delta * (1 - outputs[place] ** 2)
    for place, dW, db in gradients:
        Ws[place] -= 0.1 * dW
        bs[place] -= 0.1 * db
print(loss)
