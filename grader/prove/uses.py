"""Faults of ``uses=``: the check's own task, tasks in a circle.

An experiment may well call two tasks that another one calls the other way round: one undoes the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.prove.proof import Evidence, Fault


def misused_uses(evidence: Evidence) -> Iterator[Fault]:
    """Report a check that uses its own task, or one whose checks use that in turn."""
    uses = {task: used_by(evidence, task) for task in evidence.source.tasks}
    for place, check in enumerate(evidence.exercise.checks):
        for name in check.uses:
            said = ""
            if name == check.task:
                said = "which is its own task; name others, or leave uses= out"
            elif check.experiment is None and check.task in reached(uses, name):
                said = f"whose checks use {check.task} in turn; take one of the two away"
            if said:
                message = f"the check {check.title!r} has uses= with {name}, {said}"
                yield Fault("words", evidence.line_of_check(place), message)


def used_by(evidence: Evidence, task: str) -> frozenset[str]:
    """Return the tasks that the checks of a task use, experiments aside."""
    checks = evidence.exercise.checks
    own = (check for check in checks if check.task == task and check.experiment is None)
    return frozenset(name for check in own for name in check.uses if name != task)


def reached(uses: Mapping[str, frozenset[str]], task: str) -> frozenset[str]:
    """Return all tasks that a task uses, by way of others too."""
    found: frozenset[str] = frozenset()
    following = uses.get(task, frozenset())
    while following - found:
        found |= following
        following = frozenset(name for one in following for name in uses.get(one, ()))
    return found
