"""Small programs, pages and records for the tests of single modules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from grader.grading.comparison import hold
from grader.grading.diagnose import diagnose
from grader.grading.source import UNKNOWN, Source
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Error, Observation, Outcome, Program, Scenario
from grader.keys.key import AnswerKey, KeyCheck, Known, Mutant
from grader.numbers.compare import Bound

PAGES = Path(__file__).parent / "small_pages"

RETURNED = Outcome.RETURNED

TINY = '''"""
# Twice

Take a number twice.
"""
import numpy as np

from grader.author import alternative, misconception, returns, rewrite, scenario, slip, state_after, task


@task
def double(x):
    """Return twice x."""
    return 2 * x


@misconception(double)
def tripled(x):
    """You take x three times.

    Hint: Count.
    """
    return 3 * x


checks = [
    returns(double, x=1.5, title="one and a half", public=True),
    returns(double, x=np.array([1.0, 4.0]), title="a pair"),
]
'''
"""The smallest page there is; tests of faults change one thing in it."""


def write_page(folder: Path, old: str = "", new: str = "", text: str = TINY) -> Path:
    """Write a page to a folder, with one piece of its text exchanged; ``old`` must be there."""
    assert old in text
    path = folder / "twice.py"
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


def line_of(path: Path, piece: str) -> int:
    """Return the number of the first line of a file that holds a piece of text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def asked(task: str, *args: Any, kind: str = "returns", labels: Sequence[str] = (), **rest: Any) -> Scenario:
    """Return a scenario that calls a task; its inputs are called a, b, c … where no labels are given."""
    return Scenario(kind, task, args, tuple(labels or "abcdefgh"[: len(args)]), **rest)


def program(text: str, **names: str) -> Program:
    """Return a program of that text."""
    return Program(text, names)


def seen(outcome: Outcome = RETURNED, error: Error | None = None, **values: Any) -> Observation:
    """Return an observation of some values; a dot in a name is written as two underscores."""
    arrays = {name.replace("__", "."): np.asarray(value) for name, value in values.items()}
    return Observation(outcome, arrays, {name: "float" for name in arrays}, error)


def check(id: str, task: str = "f", scenario: Scenario | None = None, **rest: Any) -> KeyCheck:
    """Return a check of a key, worth one point and public where nothing else is said."""
    words: dict[str, Any] = {"uses": (), "points": 1.0, "public": True, "bound": Bound(1e-9, 1e-4)}
    return KeyCheck(id=id, title=id, task=task, scenario=scenario or asked(task, 1.0), **{**words, **rest})


def known(id: str, targets: Sequence[str], row: Sequence[Observation], changed: Sequence[str]) -> Known:
    """Return a misconception with its row; ``changed`` are the checks on which it differs."""
    return Known(id, id, f"The sentence of {id}.", (), tuple(targets), tuple(row), tuple(changed))


def key(
    checks: Sequence[KeyCheck],
    reference: Sequence[Observation],
    misconceptions: Sequence[Known] = (),
    mutants: Sequence[Mutant] = (),
) -> AnswerKey:
    """Return an answer key of these checks; its tasks are theirs."""
    tasks = {check.task: ("x",) for check in checks}
    return AnswerKey(
        "twice",
        "Twice",
        "A story.",
        tasks,
        False,
        tuple(checks),
        tuple(reference),
        (),
        tuple(misconceptions),
        tuple(mutants),
        0,
        "digest",
        {"python": "3"},
    )


def diagnosed(made: AnswerKey, row: Sequence[Observation], source: Source = UNKNOWN) -> tuple[Diagnosis, ...]:
    """Return the mistakes that are recognised in a row of observations."""
    return diagnose(hold(made, tuple(row)), source)
