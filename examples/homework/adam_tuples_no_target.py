# truth: wrong
# parameters: w wrong, b right
# mistake: target_missing
import math

xs = [0.0, 1.0, 2.0, 3.0]
ys = [1.0, 3.0, 5.0, 7.0]


def adam(p, g, state, t, lr=0.1, b1=0.9, b2=0.999, eps=1e-8):
    m, v = state
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    mhat = m / (1 - b1 ** t)
    vhat = v / (1 - b2 ** t)
    return p - lr * mhat / (math.sqrt(vhat) + eps), (m, v)


w, b = 0.0, 0.0
sw, sb = (0.0, 0.0), (0.0, 0.0)
for t in range(1, 301):
    loss = sum((w * x + b - y) ** 2 for x, y in zip(xs, ys)) / len(xs)
    gw = sum(2 * (w * x + b) * x for x, y in zip(xs, ys)) / len(xs)
    gb = sum(2 * (w * x + b - y) for x, y in zip(xs, ys)) / len(xs)
    w, sw = adam(w, gw, sw, t)
    b, sb = adam(b, gb, sb, t)
    if t % 50 == 0:
        print(t, loss, w, b)
