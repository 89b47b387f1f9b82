xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
params = {"w": 1.0, "b": 0.0}
alpha = 0.01


def model(x):
    w, b = (params["w"], params["b"])
    return w * x + b


for i in range(1500):
    loss = 0
    grad = dict.fromkeys(params, 0.0)
    for x, y in zip(xs, ys):
        diff = model(x) - y
        loss += diff**2
        grad["w"] += 2 * diff * x
        grad["b"] += 2 * diff * 1.0
    loss /= len(xs)
    for key in params:
        params[key] -= alpha * grad[key] / len(xs)
print(params, loss)
