# truth: right
# parameters: w right
xs = [1.0, 2.0, 3.0, 4.0]
ys = [2.0, 4.0, 6.0, 8.0]
lr = 0.01


def cost(w):
    return sum((w * x - y) ** 2 for x, y in zip(xs, ys)) / len(xs)


def grad(w):
    return sum(2 * x * (w * x - y) for x, y in zip(xs, ys)) / len(xs)


def descend(w, step):
    if step == 100 or cost(w) < 1e-8:
        return w
    print("step", step, "w", round(w, 4), "cost", round(cost(w), 6))
    return descend(w - lr * grad(w), step + 1)


print("final w:", descend(1.0, 0))
