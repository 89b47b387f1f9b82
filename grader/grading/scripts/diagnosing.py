"""Name a whole script's mistakes: those of the page, and those that follow from how its steps are off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from grader.grading.comparison import Comparison
from grader.grading.scripts.judging import is_judged
from grader.grading.scripts.saying import said
from grader.grading.verdict import Diagnosis
from grader.words.catalogue import has_sentence

UNNAMED = frozenset({"direction", "another_factor", "unequal", "no_step"})
"""What says where a step is off, and not why."""


def of_script(
    compared: Comparison, named: Callable[[Comparison, str], Diagnosis | None]
) -> tuple[Diagnosis, ...]:
    """Return the mistakes behind a script's failing checks: of each task the page's own, or general ones.

    ``named`` finds the page's misconception whose row is the script's. A script that was not judged has none.
    """
    if not is_judged(compared):
        return ()
    judged = frozenset(one.check.id for one in compared.checks if one.got.values)
    found: list[Diagnosis] = []
    told: set[str] = set()
    for task in compared.key.tasks:
        failing = [compared.checks[index] for index in compared.failing_of(task)]
        if not any(one.got.values and one.check.id not in told for one in failing):
            continue
        known = named(compared, task)
        made = [known] if known is not None else general(compared, task)
        told |= {id for one in made for id in one.checks}
        found += [of_judged(replace(one, task=task), judged) for one in made]
    return tuple(sorted(found, key=lambda one: -len(one.checks)))


def of_judged(found: Diagnosis, judged: frozenset[str]) -> Diagnosis:
    """Return a diagnosis of those checks that could be judged."""
    checks, follows = (tuple(id for id in ids if id in judged) for ids in (found.checks, found.follows))
    return replace(found, checks=checks, follows=follows)


def general(compared: Comparison, task: str) -> list[Diagnosis]:
    """Return the mistakes with a name that a task's checks show, each once."""
    made: dict[str, Diagnosis] = {}
    for index in compared.failing_of(task):
        one = compared.checks[index]
        id = one.got.kinds.get("sentence", "")
        mistake = id.removeprefix("look.parameter.").removeprefix("look.wrong.")
        if not one.got.values or mistake == id or mistake in UNNAMED or not has_sentence(id):
            continue
        first = made.get(mistake)
        checks = (*(first.checks if first else ()), one.check.id)
        title = first.title if first else said(one.got, "")
        made[mistake] = Diagnosis(f"look.{mistake}", title, "", checks)
    return list(made.values())
