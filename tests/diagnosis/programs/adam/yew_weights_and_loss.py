# kind: double
# task: averages
# task: descend
# truth: The new slope has the weight β and the old average 1 - β.
# truth: The loss is noted after the step.
# line: 37, 54
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
class Average:
    value: np.ndarray
    beta: float
    age: int = 0

    def take(self, new):
        self.age += 1
        self.value = self.beta * self.value + (1 - self.beta) * new
        return self

    @property
    def fair(self):
        return corrected(self.value, self.beta, self.age)


def averages(m, v, g, beta1, beta2):
    return (1 - beta1) * m + beta1 * g, (1 - beta2) * v + beta2 * g * g


def corrected(average, beta, t):
    return average / -np.expm1(t * np.log(beta))


def step(w, m_hat, v_hat, lr, eps):
    return w - lr * m_hat / (v_hat ** 0.5 + eps)


def descend(w, c, lr, beta1, beta2, eps, rounds):
    first, second = Average(0 * w, beta1), Average(0 * w, beta2)
    losses = []
    for _ in range(rounds):
        g = slope(w, c)
        w = step(w, first.take(g).fair, second.take(g * g).fair, lr, eps)
        losses.append(loss(w, c))
    return w, losses
