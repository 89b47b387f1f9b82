"""Count over a class: scores, how hard each check is and how well it tells, which mistakes are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from grader.gradebook.reading import Standing
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE

BINS = 10
"""Bars of the histogram of scores."""

TELLS_AT_LEAST = 0.1
"""A correlation below this does not tell."""

ENOUGH = 5
"""Fewer submissions than this say nothing of how well a check tells."""


@dataclass(frozen=True)
class Check:
    """One check over the class. ``tells``: how passing it correlates with the points of all the others."""

    id: str
    title: str
    task: str
    passed: int
    total: int
    tells: float | None

    @property
    def flag(self) -> str:
        """Why a check deserves a look, as a sentence is called; empty where it tells who can."""
        if self.total < ENOUGH:
            return ""
        if self.passed in (0, self.total):
            return "everybody" if self.passed else "nobody"
        return "silent" if self.tells is not None and self.tells < TELLS_AT_LEAST else ""


@dataclass(frozen=True)
class Exercise:
    """One exercise over the class; scores are shares of the points, from 0 to 1."""

    id: str
    graded: int
    unreadable: int
    not_graded: int
    mean: float
    median: float
    full: int
    bins: tuple[int, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Mistake:
    """A mistake over the class: how many students made it in each exercise."""

    id: str
    title: str
    counts: tuple[int, ...]


@dataclass
class Count:
    """What is gathered of one exercise while its standings pass by."""

    shares: list[float] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    points: dict[str, list[tuple[float, float, bool]]] = field(default_factory=dict)
    titles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, one: Standing) -> None:
        """Take in one standing."""
        grade = one.grade
        self.states[grade.state] += 1
        if grade.state == UNREADABLE:
            self.shares.append(0.0)
        if grade.state != GRADED:
            return
        self.shares.append(grade.score / grade.max_score if grade.max_score else 1.0)
        for mark in grade.marks:
            if mark.status == "not_judged":  # nobody has passed or failed it
                continue
            self.titles[mark.id] = (mark.title, mark.task)
            row = (mark.points, grade.score, mark.status == "passed")
            self.points.setdefault(mark.id, []).append(row)


def exercise(id: str, count: Count) -> Exercise:
    """Return the statistics of one exercise."""
    shares = np.array(count.shares or [0.0])
    histogram, _ = np.histogram(np.clip(shares, 0, 1), BINS, (0, 1))
    return Exercise(
        id=id,
        graded=count.states[GRADED],
        unreadable=count.states[UNREADABLE],
        not_graded=count.states[NOT_GRADED],
        mean=float(shares.mean()),
        median=float(np.median(shares)),
        full=int((shares >= 1 - 1e-9).sum()) if count.shares else 0,
        bins=tuple(int(number) for number in histogram) if count.shares else (0,) * BINS,
        checks=tuple(check(id, *count.titles[id], rows) for id, rows in count.points.items()),
    )


def check(id: str, title: str, task: str, rows: Sequence[tuple[float, float, bool]]) -> Check:
    """Return the statistics of one check, from its points, the whole score and whether it passed."""
    passed = np.array([row[2] for row in rows], float)
    rest = np.array([row[1] - row[0] for row in rows], float)
    tells = None
    if len(rows) >= ENOUGH and passed.std() > 0 and rest.std() > 1e-9:
        tells = float(np.corrcoef(passed, rest)[0, 1])
    return Check(id, title, task, int(passed.sum()), len(rows), tells)


def mistakes(found: Iterable[tuple[str, str, str]], exercises: Sequence[str]) -> tuple[Mistake, ...]:
    """Count mistakes, given as exercise, id and title; the most frequent first."""
    counts: Counter[tuple[str, str, str]] = Counter(found)
    named = {(id, title) for _, id, title in counts}
    rows = [
        Mistake(id, title, tuple(counts[exercise, id, title] for exercise in exercises))
        for id, title in named
    ]
    return tuple(sorted(rows, key=lambda row: (-sum(row.counts), row.title, row.id)))
