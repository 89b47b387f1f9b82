"""Take numbers out of what a script's process said: each of the kind and shape that it must have, or none.

A script shares that process with what looks at it, and may put anything in the place of a number.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.inside.observation import Observation

LARGEST = 2**31
"""No line, count, size or place is as large as that."""


class Unreadable(Exception):
    """The observation does not have the form of evidence."""


def array(seen: Observation, name: str, *shape: int | None) -> np.ndarray:
    """Return a value of that shape in double precision; None stands for any length.

    Raises:
        Unreadable: it is not there, is complex or has another shape.
    """
    found = seen.values.get(name)
    if found is None or found.dtype.kind not in "biuf" or found.ndim != len(shape):
        raise Unreadable(name)
    if any(wanted not in (None, size) for wanted, size in zip(shape, found.shape, strict=True)):
        raise Unreadable(name)
    return found.astype(float)


def rows(seen: Observation, name: str, *shape: int | None) -> np.ndarray:
    """Return a value with a row for each of some draws, of which there may be none.

    Raises:
        Unreadable: it is not there, is complex or has another shape.
    """
    found = seen.values.get(name)
    if found is not None and found.shape == (0,):
        return np.zeros((0, *(size or 0 for size in shape)))
    return array(seen, name, None, *shape)


def loose(found: np.ndarray) -> np.ndarray:
    """Return an array of any shape in double precision.

    Raises:
        Unreadable: it is complex.
    """
    if found.dtype.kind not in "biuf":
        raise Unreadable("a complex array")
    return found.astype(float)


def wholes(seen: Observation, name: str, *shape: int | None) -> np.ndarray:
    """Return whole numbers of that shape, each below ``LARGEST``.

    Raises:
        Unreadable: they are not there, not whole, too large or of another shape.
    """
    found = array(seen, name, *shape)
    if not ((found == np.round(found)) & (np.abs(found) < LARGEST)).all():
        raise Unreadable(name)
    return found.astype(int)


def whole(seen: Observation, name: str) -> int:
    """Return a whole number; raise as ``wholes``."""
    return int(wholes(seen, name))


def flag(seen: Observation, name: str) -> bool:
    """Return a truth value; raise as ``array``."""
    return bool(array(seen, name))


def word(seen: Observation, name: str) -> str:
    """Return a word.

    Raises:
        Unreadable: it is not there.
    """
    if name not in seen.kinds:
        raise Unreadable(name)
    return seen.kinds[name]


def numbered(names: Sequence[str], start: str) -> list[str]:
    """Return those of some names that are ``start`` and a number, from 0 on and without a gap."""
    found = [f"{start}{place}" for place in range(len(names))]
    known = {*names}
    return found[: next((place for place, name in enumerate(found) if name not in known), len(found))]


def seconds(seen: Observation, name: str) -> float:
    """Return a time, 0 where none is said that could be one."""
    try:
        found = float(array(seen, name))
    except Unreadable:
        return 0.0
    return found if 0.0 <= found < LARGEST else 0.0


def line(seen: Observation, name: str) -> int:
    """Return the number of a line, 0 where none is said that could be one."""
    try:
        return max(0, whole(seen, name))
    except Unreadable:
        return 0
