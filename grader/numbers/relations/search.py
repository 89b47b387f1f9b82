"""Find the relation that explains a wrong number in every check of a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from grader.numbers.relations.case import Case, Found
from grader.numbers.relations.factors import ignored, left_over, scaled, scaled_step, zero
from grader.numbers.relations.forms import (
    approximate,
    broadcast,
    constant,
    is_function_of_input,
    is_input,
    offset,
    one_more,
    shaped,
    shifted,
    transformed,
    unreduced,
)

Search = Callable[[Sequence[Case]], Found | None]
"""Looks for one relation in the cases of one value."""


def find(cases: Sequence[Case], searches: Sequence[Search] | None = None) -> Found | None:
    """Return the simplest relation that explains one value in all its cases, None where none does.

    The cases are those of one named value over all checks of a task, the right ones included.
    """
    wrong = [case for case in cases if case.wrong]
    if not wrong or sum(case.evidence for case in wrong) < 1:
        return None
    # An empty array tells nothing; a flag and a complex number have no size.
    if any(not case.got.size or not case.expected.size or case.got.dtype.kind in "bc" for case in cases):
        return None
    with np.errstate(all="ignore"):
        for search in SEARCHES if searches is None else searches:
            found = search(cases)
            if found is not None:
                return found
    return None


FACTORS: tuple[Search, ...] = (scaled_step, scaled)
"""The relations that say no more than by how much."""

SEARCHES: tuple[Search, ...] = (
    left_over,
    scaled_step,
    zero,
    scaled,
    shaped,
    one_more,
    unreduced,
    broadcast,
    shifted,
    is_input,
    is_function_of_input,
    transformed,
    offset,
    constant,
    ignored,
    approximate,
)
