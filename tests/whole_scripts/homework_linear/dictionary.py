xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
params = {"w": 0.5}
alpha = 0.05


def model(x):
    (w,) = (params["w"],)
    return w * x


for i in range(200):
    loss = 0
    grad = dict.fromkeys(params, 0.0)
    for x, y in zip(xs, ys):
        diff = model(x) - y
        loss += diff**2
        grad["w"] += 2 * diff * x
    loss /= len(xs)
    for key in params:
        params[key] -= alpha * grad[key] / len(xs)
print(params, loss)
