# truth: wrong
# parameters: b wrong, w right
# mistake: averaged_twice
import numpy as np
import matplotlib.pyplot as plt

def generate_data(n=100):
    np.random.seed(1)
    x = np.random.uniform(-1, 1, n)
    y = 0.8 * x + 0.3 + np.random.normal(0, 0.05, n)
    return x, y

def train(x, y, lr=0.1, epochs=50, batch_size=10):
    w = np.random.randn()
    b = 0.0
    history = {'loss': [], 'w': [], 'b': []}
    n = len(x)
    for epoch in range(epochs):
        idx = np.random.permutation(n)
        x, y = x[idx], y[idx]
        for start in range(0, n, batch_size):
            xb = x[start:start + batch_size]
            yb = y[start:start + batch_size]
            pred = w * xb + b
            diff = pred - yb
            grad_w = 2 * np.mean(diff * xb)
            grad_b = 2 * np.sum(diff) / n
            w -= lr * grad_w
            b -= lr * grad_b
        loss = np.mean((w * x + b - y) ** 2)
        history['loss'].append(loss)
        history['w'].append(w)
        history['b'].append(b)
        if (epoch + 1) % 10 == 0:
            print(f'Epoch [{epoch + 1}/{epochs}], Loss: {loss:.5f}')
    return w, b, history

x, y = generate_data()
w, b, h = train(x, y)
fig, ax = plt.subplots(1, 2, figsize=(10, 4))
ax[0].scatter(x, y, s=8)
ax[0].plot(x, w * x + b, 'r')
ax[1].plot(h['loss'])
plt.tight_layout()
plt.savefig('fit.png')
