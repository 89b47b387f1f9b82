# kind: right
# foreseen: no
import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def gradient(w, x, y):
    """Return the slopes of the loss for w1 … w8, an array of shape (8,)."""
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return loss(forward(moved, x), y).imag / 1e-20


from dataclasses import dataclass, field


@dataclass
class Walk:
    w: np.ndarray
    x: np.ndarray
    y: np.ndarray
    step: float
    outputs: list = field(default_factory=list)
    losses: list = field(default_factory=list)

    def now(self) -> float:
        return loss(forward(self.w, self.x), self.y)

    def go(self) -> None:
        o = forward(self.w, self.x)
        self.outputs.append(o)
        self.losses.append(loss(o, self.y))
        self.w = self.w - self.step * gradient(self.w, self.x, self.y)


def descend(w, x, y, step, rounds):
    walk = Walk(w, x, y, step)
    [walk.go() for _ in range(rounds)]
    return walk.w, walk.outputs, walk.losses


def loss_table(w, x, y, steps, counts):
    def row(s):
        walk, found = Walk(w, x, y, s), {}
        for k in range(max(counts) + 1):
            found[k] = walk.now()
            walk.go()
        return [found[c] for c in counts]
    return [row(s) for s in steps]


def updates_needed(w, x, y, step, goal, limit):
    walk, done = Walk(w, x, y, step), 0
    while walk.now() > goal:
        if done == limit:
            return -1
        walk.go()
        done += 1
    return done


def best_steps(table, steps):
    return steps[np.argmin(table, axis=0)]


def first_departure(trace, w, x, y, step):
    ok = np.all(np.abs(trace - np.array(descend(w, x, y, step, len(trace))[1])) <= 1e-4, axis=1)
    return -1 if ok.all() else int(np.where(~ok)[0][0])
