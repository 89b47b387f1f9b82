"""Say which losses a difference may be the error of, where a script never works its loss out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np


def guesses(
    left: np.ndarray, right: np.ndarray, compared: np.ndarray | None
) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the losses that have this difference as the error of their output: how, and the value."""
    with np.errstate(all="ignore"):
        try:
            error = left - right
        except ValueError:  # lists, say, of which the script makes something else
            return
        yield "squared", np.asarray(np.sum(error**2))
        yield "absolute", np.asarray(np.sum(np.abs(error)))
        if left.shape == right.shape or 1 in (left.size, right.size):
            for output, target in ((left, right), (right, left)):
                if is_share(output) and is_class(target):
                    yield "entropy", entropy(output, target)
                    break
        if compared is not None and compared.size == error.size and np.isin(error, (-2, -1, 0, 1, 2)).all():
            yield "threshold", np.asarray(np.sum(np.abs(error.ravel() * compared.ravel())))


def is_share(numbers: np.ndarray) -> bool:
    """Tell whether all numbers lie between 0 and 1, as those of a sigmoid or a softmax do."""
    return bool(((numbers > 0) & (numbers < 1)).all())


def is_class(numbers: np.ndarray) -> bool:
    """Tell whether all numbers are 0 or 1."""
    return bool(np.isin(numbers, (0, 1)).all())


def entropy(output: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return the cross-entropy: of rows that add up to 1 as of a softmax, of others as of sigmoids."""
    of_classes = output.ndim == 2 and output.shape[1] > 1 and np.allclose(output.sum(axis=1), 1, atol=1e-9)
    rest = 0.0 if of_classes else (1 - target) * np.log(1 - output)
    return np.asarray(-np.sum(target * np.log(output) + rest))
