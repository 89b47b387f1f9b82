"""Leave out changes to what is right: a condition beside the mistake, a function that right tasks use."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from grader.grading.comparison import Comparison
from grader.grading.repairs.changes.scopes import functions_of
from grader.grading.repairs.experiment import Active, Trial
from grader.grading.repairs.task import GUESSES, Found, Task
from grader.grading.repairs.verify import Probe


def without_guards(tree: ast.Module, task: Task, first: int, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return what was found, without conditions in whose branches another change makes everything right.

    With another condition, what is wrong in a branch is never reached: the condition may be right.
    """
    guards = [
        node for node in ast.walk(tree) if isinstance(node, ast.If | ast.IfExp) and guard_in(node, found)
    ]
    if not guards:
        return found
    inner = {id(one) for node in guards for branch in branches(node) for one in ast.walk(branch)}
    mended = {id(one.changes[0].place) for one in found if is_plain(one)} | mending(task, first, inner)
    doubtful = [
        node for node in guards if mended & {id(one) for branch in branches(node) for one in ast.walk(branch)}
    ]
    return tuple(one for one in found if not any(guard_in(node, [one]) for node in doubtful))


def guard_in(node: ast.If | ast.IfExp, found: Sequence[Found]) -> bool:
    """Tell whether one of the changes that make everything right is to a condition or all that it decides."""
    parts = {id(node), *(id(one) for one in ast.walk(node.test))}
    return any(one.whole and all(id(change.place) in parts for change in one.changes) for one in found)


def branches(node: ast.If | ast.IfExp) -> list[ast.AST]:
    """Return what is done, or worked out, under a condition or where it does not hold."""
    both = [node.body, node.orelse]
    return [one for branch in both for one in (branch if isinstance(branch, list) else [branch])]


def is_plain(one: Found) -> bool:
    """Tell whether one change, which puts nothing where nothing stands, makes everything right."""
    return one.whole and len(one.changes) == 1 and not one.adding


def mending(task: Task, first: int, places: Collection[int]) -> set[int]:
    """Return at which of some places a change makes everything right that chance might hit as well."""
    probe = Probe(task, task.compared.checks[first], first)
    sets = [
        (number,)
        for number, one in enumerate(task.changes)
        if id(one.place) in places and not (one.adds or one.kind in GUESSES or task.trusted(one))
    ]
    tries = probe.tried(sets) if sets else None
    found = probe.verified(tries, list(tries.rows)) if tries else []
    return {id(one.changes[0].place) for one in found if is_plain(one)}


def without_spoiling(tree: ast.Module, task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return what was found, without changes after which another task, right until then, is wrong.

    A function that several tasks use is right where one of them is: the mistake is in what calls it.
    """
    compared, spoilt = task.compared, set[Active]()
    for name in right_beside(compared, task.name):
        used = used_by(tree, name)
        sets = [
            one.active for one in found if one.whole and {id(change.place) for change in one.changes} & used
        ]
        sets = list(dict.fromkeys(sets))[:SPOILING_AT_MOST]
        trials = task.tried(compared.of_task(name), [(), *sets]) if sets else []
        spoilt |= {active for active in sets for trial in trials if spoils(trial, active)}
    return tuple(one for one in found if one.active not in spoilt)


def right_beside(compared: Comparison, task: str) -> list[str]:
    """Return the other tasks that have checks and pass them all."""
    others = (name for name in compared.key.tasks if name != task)
    return [name for name in others if compared.of_task(name) and not compared.failing_of(name)]


def used_by(tree: ast.Module, task: str) -> set[int]:
    """Return the identities of all nodes of the functions that a task may run."""
    return {id(node) for function in functions_of(tree, task, ()) for node in ast.walk(function)}


def used_by_right(tree: ast.Module, compared: Comparison, task: str) -> set[int]:
    """Return the identities of all nodes that another task may run which is right."""
    return set[int]().union(*(used_by(tree, name) for name in right_beside(compared, task)))


def spoils(trial: Trial, active: Active) -> bool:
    """Tell whether a check is right without some changes and wrong with them, as far as it came."""
    right = frozenset(trial.expected)
    return trial.ended and trial.right(()) >= right > frozenset() and not trial.right(active) >= right


SPOILING_AT_MOST = 20
"""Changes that are tried on the checks of another task."""
