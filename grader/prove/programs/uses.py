"""Faults of ``uses=``: the check's own task, tasks in a circle, tasks that nothing calls.

An experiment may well call two tasks that another one calls the other way round: one undoes the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.numbers.compare import agree
from grader.pages.check import Check
from grader.pages.slices import used_names
from grader.prove.evidence.proof import Evidence, Fault


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


def needless_uses(evidence: Evidence) -> Iterator[str]:
    """Yield a sentence for a check that uses a task which no program of the page calls there, and none feels.

    No fault: students may call it nevertheless.
    """
    for place, check in enumerate(evidence.exercise.checks):
        for name in check.uses:
            # A task among the inputs is called by another name, and a method by way of its instance.
            given = {getattr(value, "__qualname__", "") for value in check.inputs.values()}
            plain = name in evidence.source.tasks and "." not in f"{name}{check.task}"
            known = plain and name not in {check.task, *given} and check.experiment is None
            if known and name not in called(evidence, check) and not is_felt(evidence, place, name):
                yield (
                    f"the check {check.title!r} has uses= with {name}, and no program of the page calls that "
                    f"for {check.task}: it does something only where students do"
                )


def called(evidence: Evidence, check: Check) -> set[str]:
    """Return the names that any program of a check's task uses, and those that these use in turn."""
    definitions = {**evidence.source.definitions, **evidence.source.tasks}
    others = (one.definition for one in evidence.exercise.variants if check.task in one.targets)
    ahead = [definitions[name] for name in (check.task, check.of) if name in definitions] + [*others]
    found: set[str] = set()
    while ahead:
        new = used_names(ahead.pop()) - found
        found |= new
        ahead += [definitions[name] for name in new if name in definitions]
    return found


def is_felt(evidence: Evidence, place: int, task: str) -> bool:
    """Tell whether a mistake in a task changes what is seen on a check of another one."""
    check = evidence.key.checks[place]
    wrong = {one.id for one in evidence.exercise.misconceptions if task in one.targets}
    rows = (line.row for line in evidence.trials[0].wrong if line.id in wrong)
    return any(not agree(row[place], evidence.key.reference[place], check.bound) for row in rows)
