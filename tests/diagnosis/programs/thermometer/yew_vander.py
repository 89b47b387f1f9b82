# kind: right
# foreseen: unknown
import numpy as np
def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    dw, db = 2 * np.vander(x, 2).T @ (prediction - y) / len(y)
    return float(dw), float(db)


def train(w, b, x, y, lr, epochs):
    place, losses = np.array([w, b], dtype=float), []
    while len(losses) < epochs:
        prediction = np.vander(x, 2) @ place
        if not np.isfinite(now := loss(prediction, y)):
            break
        losses.append(float(now))
        place = place - lr * np.array(gradient(x, y, prediction))
    return float(place[0]), float(place[1]), losses


def in_original_units(w, b, scale):
    return scale * w, b


def fit_scaled(w, b, x, y, scale, lr, epochs):
    w, b, losses = train(w, b, np.multiply(scale, x), y, lr, epochs)
    return *in_original_units(w, b, scale), losses
