"""A student who thinks in matrices: right, and not a loop in sight."""
from typing import Tuple

import numpy as np


def dloss_dprediction(prediction: np.ndarray, y: np.ndarray) -> np.ndarray:
    return 2.0 * np.subtract(prediction, y)


def dprediction_dw(w: float, b: float, x: np.ndarray) -> np.ndarray:
    return np.array(x, copy=True)


def gradient(w: float, b: float, x: np.ndarray, y: np.ndarray) -> Tuple[float, float]:
    """2/n · Xᵀ(Xθ − y), with X = [x, 1] and θ = (w, b)."""
    X = np.column_stack([x, np.ones_like(x)])
    residual = X @ np.array([w, b]) - y
    dw, db = 2 / len(y) * X.T @ residual
    return float(dw), float(db)
