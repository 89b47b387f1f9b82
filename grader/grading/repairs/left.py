"""Recognise the page's misconception that is left in a task once the tasks that it calls are mended."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.grading.evidence import is_evidence
from grader.grading.repairs.experiment import Trial
from grader.grading.repairs.task import Task
from grader.inside.observation import Observation, Outcome
from grader.numbers.compare import real


def listed_in(task: Task, trials: Sequence[Trial]) -> str:
    """Return the id of the only misconception whose numbers a task has in every check, "" without one.

    The ``trials`` are of the task's checks, in their order, with nothing changed but the other tasks.
    """
    indices = task.compared.of_task(task.name)
    fits = [
        known.id
        for known in task.compared.key.misconceptions
        if task.name in known.targets
        and all(gives(one, known.row[index]) for index, one in zip(indices, trials, strict=True))
    ]
    wrong = [
        one.rows[()][np.abs(one.rows[()] - one.wanted) > 10 * one.allowed] for one in trials if () in one.rows
    ]
    return fits[0] if len(fits) == 1 and is_evidence(wrong) else ""


def gives(one: Trial, known: Observation) -> bool:
    """Tell whether a check gave the finite numbers of a misconception."""
    shapes = {name: array.shape for name, array in one.expected.items()}
    there = {name: known.values[name] for name in shapes if name in known.values}
    if () not in one.rows or known.outcome is not Outcome.RETURNED:
        return False
    if {name: array.shape for name, array in there.items()} != shapes:
        return False
    numbers = np.concatenate([np.empty(0), *(real(there[name]).ravel() for name in shapes)])
    return bool(np.isfinite(numbers).all() and np.all(np.abs(one.rows[()] - numbers) <= one.allowed))
