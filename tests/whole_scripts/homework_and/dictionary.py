xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
params = {"w1": 0.666, "w2": 0.333, "b": 0.233}
alpha = 0.05


def model(x):
    w1, w2, b = (params["w1"], params["w2"], params["b"])
    return w1 * x[0] + w2 * x[1] + b


for i in range(150):
    loss = 0
    grad = dict.fromkeys(params, 0.0)
    for x, y in zip(xs, ys):
        diff = model(x) - y
        loss += diff**2
        grad["w1"] += 2 * diff * x[0]
        grad["w2"] += 2 * diff * x[1]
        grad["b"] += 2 * diff * 1.0
    loss /= len(xs)
    for key in params:
        params[key] -= alpha * grad[key] / len(xs)
print(params, loss)
