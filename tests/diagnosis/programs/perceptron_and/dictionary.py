# kind: right
# foreseen: unknown
def predict(x1, x2, w1, w2, b):
    inputs = {"x1": x1, "x2": x2}
    weights = {"x1": w1, "x2": w2}
    return sum(inputs[k] * weights[k] for k in inputs) + b


def decide(prediction):
    decisions = {True: 1, False: -1}
    return decisions[bool(prediction > 0)]


def slopes(x1, x2, target, prediction):
    def link(inner):
        return 2.0 * (prediction - target) * inner

    return link(x1), link(x2), link(1)


def train(samples, w1, w2, b, lr, epochs):
    p = {"w1": w1, "w2": w2, "b": b}
    for _ in range(epochs):
        for x1, x2, target in samples:
            g = slopes(x1, x2, target, predict(x1, x2, p["w1"], p["w2"], p["b"]))
            for name, slope in zip(["w1", "w2", "b"], g):
                p[name] -= lr * slope
    return p["w1"], p["w2"], p["b"]


if __name__ == "__main__":
    and_table = [(1.0, 0.0, -1.0), (0.0, 1.0, -1.0), (0.0, 0.0, -1.0), (1.0, 1.0, 1.0)]
    print(train(and_table, 0.666, 0.333, 0.233, 0.01, 20))
