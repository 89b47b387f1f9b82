# truth: right
# parameters: w right
xs = [1.0, 2.0, 3.0, 4.0, 5.0]
ys = [2.1, 3.9, 6.2, 7.8, 10.1]
w = 0.0
batch_size = 2


def gradient(xs, ys):
    grad = 0
    for x, y in zip(xs, ys):
        grad += 2 * x * (x * w - y)
    return grad / len(xs)


for epoch in range(50):
    for start in range(0, len(xs), batch_size):
        w -= 0.01 * gradient(xs[start : start + batch_size], ys[start : start + batch_size])
print(w)
