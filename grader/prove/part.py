"""The part of a page that concerns one check: its task's programs, and the checks that these reach."""

from __future__ import annotations

from dataclasses import replace

from grader.errors import PageError
from grader.pages.check import Check
from grader.pages.page import Exercise

RULES = frozenset(
    {"right", "steady", "caught", "free", "recognised", "catches", "scatter", "near", "slope", "alone"}
    | {"narrow", "same", "unsteady", "blind", "page"}
)
"""The rules that can be told from a part; the others are about the page as a whole."""


def around(exercise: Exercise, name: str) -> Exercise:
    """Return an exercise with one check's task, the checks that ask it or use it, and its misconceptions.

    A definition of a helper stays, whatever uses it.

    Raises:
        PageError: there is no such check, or the page asks for a whole script.
    """
    if exercise.is_script:
        raise PageError(exercise.source.path, 0, "whole scripts are proved as a whole; leave --only out")
    found = next((check for check in exercise.checks if name in (check.title, check.id)), None)
    if found is None:
        titles = ", ".join(repr(check.title) for check in exercise.checks)
        raise PageError(exercise.source.path, 0, f"there is no check {name!r}; there are: {titles}")
    others = set(exercise.tasks) - {found.task}
    return replace(
        exercise,
        checks=tuple(check for check in exercise.checks if concerns(check, found.task)),
        variants=tuple(variant for variant in exercise.variants if set(variant.targets) - others),
    )


def concerns(check: Check, task: str) -> bool:
    """Tell whether a check asks a task, or uses it."""
    return task in (check.task, *check.uses)
