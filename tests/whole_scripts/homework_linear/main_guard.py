def forward(x, w):
    return w * x


def train(xs, ys, epochs, rate):
    w = 0.5
    history = []
    for epoch in range(epochs):
        loss = 0
        grads = [0] * 1
        for x, y in zip(xs, ys):
            error = forward(x, w) - y
            loss += error**2 / len(xs)
            grads[0] += 2 * error * x / len(xs)
        w -= rate * grads[0]
        history.append(loss)
    return w, history


def main():
    xs = [1.0, 2.0, 3.0]
    ys = [2.0, 4.0, 6.0]
    *found, history = train(xs, ys, 200, 0.05)
    print(found, history[-1])


if __name__ == "__main__":
    main()
