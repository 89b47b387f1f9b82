# kind: double
# task: central_difference
# task: step
# truth: The rise is divided by delta instead of by 2·delta.
# truth: The step is added instead of subtracted.
# line: 21
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def mse(params, x, y):
    errors = params["w"] * x + params["b"] - y
    return float((errors * errors).sum() / errors.size)


def central_difference(f, v, delta):
    return (f(v + delta) - f(v - delta)) / delta


def slope(params, name, x, y, delta):
    high = mse({**params, name: params[name] + delta}, x, y)
    low = mse({**params, name: params[name] - delta}, x, y)
    return (high - low) / (2 * delta)


def gradient(w, b, x, y, delta):
    params = {"w": w, "b": b}
    return tuple(slope(params, name, x, y, delta) for name in params)


def step(w, b, dw, db, lr):
    return w + lr * dw, b + lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    params = {"w": w, "b": b}
    for name in ["w", "b"]:
        params[name] = params[name] - lr * slope(params, name, x, y, delta)
    return params["w"], params["b"]
