# kind: wrong
# task: descend
# truth: The second average takes in the square of the first average, not of the slope.
# line: 52
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
    return Average(m, beta1).take(g).value, Average(v, beta2).take(g * g).value


def corrected(average, beta, t):
    return average / -np.expm1(t * np.log(beta))


def step(w, m_hat, v_hat, lr, eps):
    return w - lr * m_hat / (v_hat ** 0.5 + eps)


def descend(w, c, lr, beta1, beta2, eps, rounds):
    first, second = Average(0 * w, beta1), Average(0 * w, beta2)
    losses = []
    for _ in range(rounds):
        losses.append(loss(w, c))
        g = slope(w, c)
        w = step(w, first.take(g).fair, second.take(first.value ** 2).fair, lr, eps)
    return w, losses
