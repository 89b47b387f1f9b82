def forward(x, w1, w2, b):
    return w1 * x**2 + w2 * x + b


def train(xs, ys, epochs, rate):
    w1, w2, b = 1.0, 1.0, 0.0
    history = []
    for epoch in range(epochs):
        loss = 0
        grads = [0] * 3
        for x, y in zip(xs, ys):
            error = forward(x, w1, w2, b) - y
            loss += error**2 / len(xs)
            grads[0] += 2 * error * x**2 / len(xs)
            grads[1] += 2 * error * x / len(xs)
            grads[2] += 2 * error * 1.0 / len(xs)
        w1 -= rate * grads[0]
        w2 -= rate * grads[1]
        b -= rate * grads[2]
        history.append(loss)
    return w1, w2, b, history


def main():
    xs = [1.0, 2.0, 3.0]
    ys = [2.0, 4.0, 6.0]
    *found, history = train(xs, ys, 1000, 0.01)
    print(found, history[-1])


if __name__ == "__main__":
    main()
