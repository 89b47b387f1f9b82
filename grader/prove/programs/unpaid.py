"""Faults of mistakes after which a later task is not paid: what follows, a constant gives as well."""

from __future__ import annotations

from collections.abc import Iterator

from grader.grading.carried_forward import without_work
from grader.grading.comparison import hold_known
from grader.keys.key import AnswerKey
from grader.prove.evidence.proof import Evidence, Fault


def unpaid_tasks(evidence: Evidence) -> Iterator[Fault]:
    """Report a known mistake that makes idle the numbers of a later task, which could then not be paid."""
    for mistake, task in unpaid(evidence.key):
        yield Fault(
            "unpaid",
            evidence.line_of(mistake),
            f"after the misconception {mistake} every failing check of {task} asks for what a constant or an "
            "input gives, so that nothing is given back for them; add a check, or choose inputs, on which "
            "its numbers are others",
        )


def unpaid(key: AnswerKey) -> Iterator[tuple[str, str]]:
    """Yield each known mistake with a later task whose numbers it makes those of a program without work."""
    for known in key.misconceptions:
        compared = hold_known(key, known.row)
        for task in key.tasks:
            failing = compared.failing_of(task)
            if task not in known.targets and failing and without_work(compared, failing):
                yield known.id, task
