"""Find mistakes after which a later task is not paid: what follows from them, a constant gives as well."""

from __future__ import annotations

from collections.abc import Iterator

from grader.grading.carried_forward import without_work
from grader.grading.comparison import hold_known
from grader.keys.key import AnswerKey


def unpaid(key: AnswerKey) -> Iterator[str]:
    """Yield a note for each pair of a known mistake and a later task whose numbers it makes idle."""
    for known in key.misconceptions:
        compared = hold_known(key, known.row)
        for task in key.tasks:
            failing = compared.failing_of(task)
            if task not in known.targets and failing and without_work(compared, failing):
                yield (
                    f"after the misconception {known.id} the checks of {task} ask for what a constant or an "
                    "input gives: nothing is paid for them; choose inputs on which the numbers differ, if "
                    "there are any"
                )
