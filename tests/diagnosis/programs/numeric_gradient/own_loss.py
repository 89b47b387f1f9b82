# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def mse(params, x, y):
    errors = params["w"] * x + params["b"] - y
    return float((errors * errors).sum() / errors.size)


def central_difference(f, v, delta):
    return (f(v - delta) - f(v + delta)) / (-2 * delta)


def slope(params, name, x, y, delta):
    def f(value):
        return mse({**params, name: value}, x, y)

    return central_difference(f, params[name], delta)


def gradient(w, b, x, y, delta):
    params = {"w": w, "b": b}
    return tuple(slope(params, name, x, y, delta) for name in params)


def step(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def step_of_the_notes(w, b, x, y, delta, lr):
    params = {"w": w, "b": b}
    for name in ["w", "b"]:
        params[name] = params[name] - lr * slope(params, name, x, y, delta)
    return params["w"], params["b"]
