# kind: double
# task: step
# task: gradient
# truth: Uphill.
# truth: The rise is divided by delta only.
# line: 44, 38
# foreseen: yes
import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


from functools import lru_cache


def central_difference(f, v, delta):
    f = lru_cache(None)(f)
    hoch, tief = f(v + delta), f(v - delta)
    return (hoch - tief) * 0.5 / delta


def gradient(w, b, x, y, delta):
    def L(p):
        return loss(p[0], p[1], x, y)

    p = [w, b]
    out = []
    for i in range(2):
        alt = p[i]
        p[i] = alt + delta
        oben = L(p)
        p[i] = alt - delta
        unten = L(p)
        p[i] = alt
        out.append((oben - unten) / delta)
    return out[0], out[1]


def step(w, b, dw, db, lr):
    point, slopes = complex(w, b), complex(dw, db)
    point += lr * slopes
    return point.real, point.imag


def step_of_the_notes(w, b, x, y, delta, lr):
    dw, _ = gradient(w, b, x, y, delta)
    w, _ = step(w, b, dw, 0.0, lr)
    _, db = gradient(w, b, x, y, delta)
    return step(w, b, 0.0, db, lr)
