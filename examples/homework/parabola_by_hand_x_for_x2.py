# truth: wrong
# parameters: w1 wrong, w2 right, b right
# mistake: input_missing
import matplotlib.pyplot as plt

x_data = [1.0, 2.0, 3.0]
y_data = [2.0, 4.0, 6.0]
w1, w2, b = 1.0, 1.0, 0.0
lr = 0.01


def forward(x):
    return w1 * x ** 2 + w2 * x + b


def loss(x, y):
    return (forward(x) - y) ** 2


def gradient(x, y):
    e = 2 * (forward(x) - y)
    return e * x, e * x, e


losses = []
for epoch in range(200):
    total = 0
    for x, y in zip(x_data, y_data):
        g1, g2, gb = gradient(x, y)
        w1 -= lr * g1
        w2 -= lr * g2
        b -= lr * gb
        total += loss(x, y)
    losses.append(total / len(x_data))
    print('epoch', epoch, 'loss', losses[-1])
plt.plot(losses)
plt.show()
print('predict', 4, forward(4))
