xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
params = {"w1": 1.0, "w2": 1.0, "b": 0.0}
alpha = 0.01


def model(x):
    w1, w2, b = (params["w1"], params["w2"], params["b"])
    return w1 * x**2 + w2 * x + b


for i in range(1000):
    loss = 0
    grad = dict.fromkeys(params, 0.0)
    for x, y in zip(xs, ys):
        diff = model(x) - y
        loss += diff**2
        grad["w1"] += 2 * diff * x**2
        grad["w2"] += 2 * diff * x
        grad["b"] += 2 * diff * 1.0
    loss /= len(xs)
    for key in params:
        params[key] -= alpha * grad[key] / len(xs)
print(params, loss)
