# kind: double
# task: gradient
# task: gradient
# truth: The target is left out.
# truth: The factor 2 is missing.
# line: 29, 30
# foreseen: no
import numpy as np
def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    w: float
    b: float

    def at(self, x):
        return np.vander(x, 2) @ [self.w, self.b]

    def moved(self, slopes, lr):
        return replace(self, w=self.w - lr * slopes[0], b=self.b - lr * slopes[1])


def gradient(x, y, prediction):
    return tuple(1 / len(x) * np.vander(x, 2).T @ prediction)


def train(w, b, x, y, lr, epochs):
    line, losses = Line(w, b), []
    while len(losses) < epochs and np.isfinite(now := loss(p := line.at(x), y)):
        losses.append(now)
        line = line.moved(gradient(x, y, p), lr)
    return line.w, line.b, losses


def in_original_units(w, b, scale):
    return scale * w, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    *line, losses = train(w, b, np.multiply(scale, x), y, lr, epochs)
    return (*in_original_units(*line, scale), losses)
