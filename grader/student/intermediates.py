"""Hold quantities that a notebook has worked out against those that the page names: ``check.grad``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import numpy as np

from grader.errors import UsageError
from grader.grading.intermediates import Held, hold, mine
from grader.inside.values import as_array
from grader.keys.key import AnswerKey, KeyCheck
from grader.student.cells import cells_run
from grader.student.notebook import course_of, plain_words, public_key, stamp
from grader.words.catalogue import sentence

NAMED = re.compile(r"""\b(?:check|plot|check\.grad)\(\s*["'](\w+)|^%%grade\s+(\w+)""", re.MULTILINE)
"""Where a cell names an exercise."""


@dataclass(frozen=True)
class Quantities:
    """What became of each quantity, in the page's order, and the check whose inputs they belong to."""

    check: KeyCheck
    held: tuple[Held, ...]

    @property
    def lines(self) -> list[str]:
        """A sentence for each, then where to begin, and with which inputs they were worked out."""
        told = [
            sentence(
                f"grad.{one.how}", name=one.name, got=one.got, expected=one.expected, off=f"{one.off:.2g}"
            )
            for one in self.held
        ]
        first = next((one.name for one in self.held if one.how != "right"), "")
        against = sentence("grad.against", title=self.check.title, call=self.check.call)
        return [*told, *([sentence("grad.first", name=first)] if first else []), against]

    def __repr__(self) -> str:
        """Return the sentences, a line each."""
        return "\n".join(self.lines)

    def _repr_html_(self) -> str:
        return "".join(f"<p>{escape(line)}</p>" for line in self.lines)


def grad(exercise: str = "", /, *, course_folder: str | Path | None = None, **quantities: Any) -> Quantities:
    """Hold quantities by their names against those of a public check, worked out for the same inputs.

    The exercise is the one that this notebook checked last where none is named.

    Raises:
        Stopped: there is no such exercise, or it names no such quantities.
    """
    with plain_words():
        home = course_of(course_folder)
        id = str(exercise or checked_last())
        key = public_key(home, id, stamp(home.key_path(id)))
        return nearest(key, {name: numbers(name, value) for name, value in quantities.items()})


def checked_last() -> str:
    """Return the exercise that the session's last cell names in which one is named.

    Raises:
        UsageError: none does.
    """
    for cell in reversed(cells_run()):
        for one, other in reversed(NAMED.findall(cell.text)):
            return str(one or other)
    raise UsageError('name the exercise: check.grad("its_name", …)')


def numbers(name: str, value: Any) -> np.ndarray:
    """Return a quantity as an array.

    Raises:
        UsageError: it holds no numbers.
    """
    array = as_array(value)
    if array is None:
        raise UsageError(f"{name} is a {type(value).__name__}, no array of numbers")
    return array


def nearest(key: AnswerKey, quantities: Mapping[str, np.ndarray]) -> Quantities:
    """Return the quantities held against the public check with which most of them agree.

    Raises:
        UsageError: no check has quantities of these names.
    """
    recorded = [
        (check, mine(seen.values, check.scenario.intermediates))
        for check, seen in zip(key.checks, key.reference, strict=True)
    ]
    fitting = [(check, right) for check, right in recorded if quantities.keys() <= right.keys()]
    if not fitting or not quantities:
        raise UsageError(known(key.id, [right for _, right in recorded]))
    tried = [Quantities(check, tuple(hold(quantities, right, check.bound))) for check, right in fitting]
    return max(tried, key=lambda one: sum(held.how == "right" for held in one.held))


def known(id: str, recorded: Sequence[Mapping[str, np.ndarray]]) -> str:
    """Return the sentence that says which quantities an exercise names."""
    tasks = list(dict.fromkeys(", ".join(right) for right in recorded if right))
    return f"{id} names {' · '.join(tasks)}" if tasks else f"{id} names no quantities on the way"
