# truth: wrong
# parameters: w right, b wrong
# mistake: unmoved
w = 0.0
b = 0.0
lr = 0.02
X = [1.0, 2.0, 3.0, 4.0]
Y = [3.0, 5.0, 7.0, 9.0]


def forward(x):
    return w * x + b


def loss():
    s = 0
    for x, y in zip(X, Y):
        s += (forward(x) - y) ** 2
    return s / len(X)


def update():
    global w
    b = 0
    dw = 0
    db = 0
    for x, y in zip(X, Y):
        dw += 2 * (forward(x) - y) * x / len(X)
        db += 2 * (forward(x) - y) / len(X)
    w -= lr * dw
    b -= lr * db


def train(n):
    for i in range(n):
        update()
        if i % 10 == 0:
            print(i, "loss:", loss(), "w:", w, "b:", b)


train(200)
