# kind: wrong
# task: gradient
# truth: For the slope in b, w is moved as well.
# line: 17
# foreseen: unknown
import numpy as np
def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    up, down = (f(v + s * delta) for s in (1, -1))
    return (up - down) / delta / 2

def gradient(w, b, x, y, delta):
    in_w = lambda value: loss(value, b, x, y)
    in_b = lambda value: loss(w + value - b, value, x, y)
    return central_difference(in_w, w, delta), central_difference(in_b, b, delta)

def step(w, b, dw, db, lr):
    return tuple(p - lr * s for p, s in ((w, dw), (b, db)))

def step_of_the_notes(w, b, x, y, delta, lr):
    dw = gradient(w, b, x, y, delta)[0]
    w, _ = step(w, b, dw, 0, lr)
    db = gradient(w, b, x, y, delta)[1]
    return step(w, b, 0, db, lr)
