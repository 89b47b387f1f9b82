# truth: right
# parameters: params[0][0] right, params[0][1] right, params[1][0] right, params[1][1] right
import numpy as np


def init(sizes, seed=1):
    rng = np.random.default_rng(seed)
    return [(rng.normal(size=(a, b)) / np.sqrt(a), np.zeros(b)) for a, b in zip(sizes, sizes[1:])]


def forward(params, x):
    acts = [x]
    for i, (w, b) in enumerate(params):
        z = acts[-1] @ w + b
        acts.append(np.tanh(z) if i < len(params) - 1 else z)
    return acts


def backward(params, acts, y):
    delta = 2 * (acts[-1] - y) / len(y)
    grads = []
    for i in reversed(range(len(params))):
        w, b = params[i]
        grads.append((acts[i].T @ delta, delta.sum(axis=0)))
        if i > 0:
            delta = delta @ w.T * (1 - acts[i] ** 2)
    return grads[::-1]


x = np.linspace(-2, 2, 40)[:, None]
y = np.sin(2 * x)
params = init([1, 10, 1])
for step in range(500):
    acts = forward(params, x)
    loss = np.mean(np.sum((acts[-1] - y) ** 2, axis=1))
    grads = backward(params, acts, y)
    params = [(w - 0.05 * dw, b - 0.05 * db) for (w, b), (dw, db) in zip(params, grads)]
    if step % 100 == 0:
        print(step, loss)
