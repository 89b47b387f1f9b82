# kind: wrong
# task: descend
# truth: The velocity starts at w.
# line: 37
# foreseen: no
import numpy as np
def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


def momentum_step(w, v, g, lr, beta):
    A = np.array([[1.0, -lr * beta, -lr], [0.0, beta, 1.0]])
    new_w, new_v = A @ np.stack([w, v, g])
    return new_w, new_v


def nesterov_step(w, v, g, lr, beta):
    _, new = momentum_step(w, v, g, lr, beta)
    return momentum_step(w, new, g, lr, beta)[0], new


def long_run_step(g, lr, beta):
    return lr * g / (1 - beta)


def descend(w, c, lr, beta, rounds):
    def go(w, v, left):
        if not left:
            return w, []
        here = loss(w, c)
        end, later = go(*momentum_step(w, v, slope(w, c), lr, beta), left - 1)
        return end, [here, *later]
    return go(w, w * 1.0, rounds)
