# kind: right
# foreseen: no
import numpy as np


def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


class Ball:
    def __init__(self, place, speed):
        self.place, self.speed = place, speed

    def push(self, g, lr, beta, look=False):
        self.speed = self.speed * beta + g
        self.place = self.place - lr * ((g + beta * self.speed) if look else self.speed)
        return self.place, self.speed

momentum_step = lambda w, v, g, lr, beta: Ball(w, v).push(g, lr, beta)
nesterov_step = lambda w, v, g, lr, beta: Ball(w, v).push(g, lr, beta, True)
long_run_step = lambda g, lr, beta: g * lr * (1 - beta) ** -1

def descend(w, c, lr, beta, rounds):
    ball, seen = Ball(w.copy(), np.zeros(w.shape)), []
    for k in range(rounds):
        seen += [loss(ball.place, c)]
        ball.push(slope(ball.place, c), lr, beta)
    return ball.place, seen
