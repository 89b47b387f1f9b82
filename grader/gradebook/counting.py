"""Which of a student's attempts at an exercise counts: the last, the first or the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.gradebook.records import GRADED

POLICIES = ("last", "first", "best")


@dataclass(frozen=True)
class Try:
    """One attempt with its newest grade. The orders are those of its first and its last handing in."""

    attempt: int
    grade: int
    layout: str
    first_order: int
    last_order: int
    state: str
    score: float


def counts(tries: Sequence[Try], policy: str, standing: int, newest: int) -> int:
    """Return the grade that counts: of the attempts in the platform's order, or of the ``newest`` seen.

    ``standing`` is the attempt that counted so far, 0 for none; ``newest`` the one just graded. Where the
    platform tells no order, what was graded later was handed in later.
    """
    if policy == "best":
        return max(tries, key=lambda one: (one.state == GRADED, one.score, one.attempt == standing)).grade
    by_attempt = {one.attempt: one for one in tries}
    if len({one.layout for one in tries}) == 1 and all(one.last_order for one in tries):
        if policy == "first":
            return min(tries, key=lambda one: one.first_order).grade
        return max(tries, key=lambda one: (one.last_order, one.attempt == newest)).grade
    chosen = standing or newest if policy == "first" else newest or standing
    return by_attempt[chosen].grade
