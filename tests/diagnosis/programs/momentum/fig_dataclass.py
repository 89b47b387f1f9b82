# kind: right
# foreseen: unknown
import numpy as np
def loss(w, c):
    """Return ½·(c1·w1² + c2·w2² + …), one number."""
    return 0.5 * np.sum(c * w**2)
def slope(w, c):
    """Return the slopes of the loss, an array like w."""
    return c * w


from dataclasses import dataclass


@dataclass
class Ball:
    place: np.ndarray
    speed: np.ndarray

    def push(self, g, beta):
        self.speed = beta * self.speed + g
        return self

    def roll(self, along, lr):
        self.place = self.place - lr * along
        return self.place, self.speed


def momentum_step(w, v, g, lr, beta):
    ball = Ball(w, v).push(g, beta)
    return ball.roll(ball.speed, lr)


def nesterov_step(w, v, g, lr, beta):
    ball = Ball(w, v).push(g, beta)
    return ball.roll(g + beta * ball.speed, lr)


def long_run_step(g, lr, beta):
    return sum(lr * g * beta**age for age in range(20000)) if abs(beta) < 0.99 else lr * g / (1 - beta)


def descend(w, c, lr, beta, rounds):
    ball, losses = Ball(np.array(w), np.zeros(len(w))), []
    for _ in range(rounds):
        losses.append(loss(ball.place, c))
        ball.push(slope(ball.place, c), beta).roll(ball.speed, lr)
    return ball.place, losses
