"""The mean squared error of a line as a landscape over the line's parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

FLATTEST = 1e-10
"""A direction so many times flatter than the steepest one has no bottom that numbers tell."""

ROUNDING = 1e-4
"""An error so small beside the parameters, or beside that along another axis, has no three digits to tell."""


@dataclass(frozen=True)
class Valley:
    """The loss ``lowest + ½ · Σ curvature · error²``, the errors measured from its bottom along its axes.

    ``bottom`` has shape (k,), as many parameters as the line has; the rows of ``axes`` (k, k) are the
    directions of ``curvatures`` (k,), the steepest first: the eigenvectors and eigenvalues of the Hessian.
    """

    bottom: np.ndarray
    lowest: float
    axes: np.ndarray
    curvatures: np.ndarray

    def errors(self, path: np.ndarray) -> np.ndarray:
        """Return how far the parameters of each epoch (n, k) are from the bottom, along each axis (n, k).

        A path that runs away may be further off than any number.
        """
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((path - self.bottom) @ self.axes.T)

    def losses(self, path: np.ndarray) -> np.ndarray:
        """Return the loss at the parameters of each epoch (n, k): an array of shape (n,)."""
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(np.square(self.errors(path)) @ self.curvatures / 2 + self.lowest)

    def factors(self, path: np.ndarray) -> np.ndarray:
        """Return by what each epoch multiplies the errors (n - 1, k), nan where one is too small to tell.

        One step of gradient descent on this loss multiplies each by 1 - rate · curvature.
        """
        errors = self.errors(path)
        size = np.abs(np.hstack([path, errors, np.broadcast_to(self.bottom, path.shape)]))
        told = (np.abs(errors) > ROUNDING * np.max(size, axis=1, keepdims=True))[:-1]
        unknown = np.full_like(errors[1:], np.nan)
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(np.divide(errors[1:], errors[:-1], out=unknown, where=told))


def valley(x: Sequence[float], y: Sequence[float], parameters: int) -> Valley | None:
    """Return the loss of w·x + b over these points, or of w·x where there is one parameter.

    There is none where numbers are not finite, or where more than one line fits best.
    """
    design = np.stack([np.asarray(x, dtype=float), np.ones(len(x))], axis=1)[:, :parameters]
    target = np.asarray(y, dtype=float)
    if len(design) != len(target) or not (np.isfinite(design).all() and np.isfinite(target).all()):
        return None
    curvatures, axes = np.linalg.eigh(2 * design.T @ design / max(len(design), 1))
    if curvatures[0] <= FLATTEST * curvatures[-1]:
        return None
    bottom = np.linalg.lstsq(design, target, rcond=None)[0]
    lowest = float(np.mean((design @ bottom - target) ** 2))
    return Valley(bottom, lowest, axes.T[::-1], curvatures[::-1])
