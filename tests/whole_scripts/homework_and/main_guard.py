def forward(x, w1, w2, b):
    return w1 * x[0] + w2 * x[1] + b


def train(xs, ys, epochs, rate):
    w1, w2, b = 0.666, 0.333, 0.233
    history = []
    for epoch in range(epochs):
        loss = 0
        grads = [0] * 3
        for x, y in zip(xs, ys):
            error = forward(x, w1, w2, b) - y
            loss += error**2 / len(xs)
            grads[0] += 2 * error * x[0] / len(xs)
            grads[1] += 2 * error * x[1] / len(xs)
            grads[2] += 2 * error * 1.0 / len(xs)
        w1 -= rate * grads[0]
        w2 -= rate * grads[1]
        b -= rate * grads[2]
        history.append(loss)
    return w1, w2, b, history


def main():
    xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
    ys = [-1.0, -1.0, -1.0, 1.0]
    *found, history = train(xs, ys, 150, 0.05)
    print(found, history[-1])


if __name__ == "__main__":
    main()
