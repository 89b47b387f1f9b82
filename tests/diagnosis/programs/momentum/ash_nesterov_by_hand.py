# kind: right
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def _v(v, g, beta):
    return np.stack([v, g]).T @ np.array([beta, 1.0])


def momentum_step(w, v, g, lr, beta):
    return w - lr * (v_neu := _v(v, g, beta)), v_neu


def nesterov_step(w, v, g, lr, beta):
    v = _v(v, g, beta)
    w = w - lr * g
    w = w - lr * beta * v
    return w, v


def long_run_step(g, lr, beta):
    r = 1 - beta
    return lr * (g / r)


def descend(w, c, lr, beta, rounds):
    ball = {"w": w.astype(float), "v": np.zeros(w.shape)}
    losses = []
    for _ in range(rounds):
        losses.append(float(loss(ball["w"], c)))
        ball["w"], ball["v"] = momentum_step(**ball, g=slope(ball["w"], c), lr=lr, beta=beta)
    return ball["w"], losses
