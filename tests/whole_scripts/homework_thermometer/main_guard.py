def forward(x, w, b):
    return w * x + b


def train(xs, ys, epochs, rate):
    w, b = 1.0, 0.0
    history = []
    for epoch in range(epochs):
        loss = 0
        grads = [0] * 2
        for x, y in zip(xs, ys):
            error = forward(x, w, b) - y
            loss += error**2 / len(xs)
            grads[0] += 2 * error * x / len(xs)
            grads[1] += 2 * error * 1.0 / len(xs)
        w -= rate * grads[0]
        b -= rate * grads[1]
        history.append(loss)
    return w, b, history


def main():
    xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
    ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
    *found, history = train(xs, ys, 1500, 0.01)
    print(found, history[-1])


if __name__ == "__main__":
    main()
