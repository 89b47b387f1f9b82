"""Try changes to a student's own function, and keep those after which its numbers are the right ones."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from grader.grading.comparison import Comparison
from grader.grading.repairs.changes.candidates import all_changes
from grader.grading.repairs.changes.change import Change, said_of
from grader.grading.repairs.changes.weaving import woven
from grader.grading.repairs.experiment import Active, Run, Trial
from grader.grading.repairs.guards import used_by_right, without_guards, without_spoiling
from grader.grading.repairs.left import listed_in
from grader.grading.repairs.pairs import COMMON, made_again, pairs, undo
from grader.grading.repairs.parts import joint, off_by_a_factor, parts_of
from grader.grading.repairs.shortened import shortened
from grader.grading.repairs.task import GUESSES, Found, Task, first_check
from grader.grading.repairs.verify import Probe, right_in_all
from grader.inside.observation import Outcome, Program

PAIRS_SECONDS = 0.5
"""Processor time for pairs of changes on one check."""

PART_SECONDS = 2.0
"""Processor time for pairs of which one change mends a value already: there are as many as single changes."""

HOPELESS = frozenset({Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED, Outcome.MISSING})
"""A program that ends like this would do so with most changes, and every time would cost its limit."""


def repairs(
    compared: Comparison,
    program: Program,
    tree: ast.Module,
    name: str,
    run: Run,
    made: Sequence[Change] = (),
    cut: set[str] | None = None,
) -> tuple[Found, ...]:
    """Return the changes that make a task right, else those that make single values right.

    The task is added to ``cut`` where the time does not last for all of them.
    ``tree`` is the program's code; what is ``made`` mends other tasks, and is changed throughout:
    where that is enough, there is no change to this one.
    """
    first = first_check(compared, name)
    if first is None or any(compared.row[index].outcome in HOPELESS for index in compared.of_task(name)):
        return ()
    try:
        others = [other for other in compared.key.tasks if other != name]
        changes = all_changes(tree, name, others, compared.labels(name))
        text = woven(tree, changes, made)
        cut = set() if cut is None else cut
        task = Task(compared, name, replace(program, text=text), changes, run, cut)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return ()  # a whole number in a program may be larger than any float
    if made:
        return beside(task, first)
    if not changes:
        return ()
    found = searched(task, first)
    sparing = without_spoiling(tree, task, found)
    if any(one.whole for one in found) and not any(one.whole for one in sparing):
        own = [one for one in changes if id(one.place) not in used_by_right(tree, compared, name)]
        task = replace(task, program=replace(program, text=woven(tree, own, made)), changes=own)
        sparing = searched(task, first) if own else ()
    return with_followers(task, without_guards(tree, task, first, sparing))


def beside(task: Task, first: int) -> tuple[Found, ...]:
    """Return changes with what they mend beside what the other tasks do; one of none where these do it all.

    Where the time does not last for trying the program with these alone, nothing can be told apart.
    """
    trials = task.tried(task.compared.of_task(task.name), [()])
    if not all(one.ended for one in trials):
        return ()
    if is_right(trials, ()):
        return (Found((), (), task.spoken, True),)
    right = right_in_all(trials, ())
    found = tuple(replace(one, names=one.names - right) for one in searched(task, first))
    known = "" if any(one.whole for one in found) else listed_in(task, trials)
    return (Found((), (), task.spoken, False, listed=known),) if known else found


def with_followers(task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Note which other tasks fail only because they call this one: what mends it makes them right."""
    whole = [one for one in found if one.whole]
    if not whole or whole[0].factor:
        return found
    compared, active = task.compared, whole[0].active
    # A task before this one was tried before: what is known of it stays its own.
    order = list(compared.key.tasks)
    failing = (name for name in order[order.index(task.name) + 1 :] if compared.failing_of(name))
    follows = tuple(
        name for name in failing if is_right(task.tried(compared.of_task(name), [active]), active)
    )
    return tuple(replace(one, follows=follows) for one in found)


def is_right(trials: Sequence[Trial], active: Active) -> bool:
    """Tell whether every value of every check is right with some changes."""
    return all(one.expected and one.right(active) >= frozenset(one.expected) for one in trials)


# ---- single changes, then pairs ------------------------------------------------------------------


def searched(task: Task, first: int) -> tuple[Found, ...]:
    """Return single changes that make everything right, else values right, else pairs of changes.

    Beside them stand those that only public checks take for right. A training for which the time is too short
    goes on with fewer rounds, where its losses are wrong in the first of them, or on another check.
    """
    probe = Probe(task, task.compared.checks[first], first)
    singles: list[Active] = [(number,) for number, change in enumerate(task.changes) if task.trusted(change)]
    tries = probe.tried(singles)
    found = probe.verified(tries, list(tries.rows))
    left = singles[tries.count :]
    if any(one.whole for one in found):
        return surest(probe, tries, found)
    short = quicker(probe) if left else None
    if short is not None:
        probe, left = short, singles
    if left:  # the task is slow: single changes are likelier than pairs
        more = probe.tried(left, PAIRS_SECONDS)
        found += probe.verified(more, list(more.rows))
        if any(one.whole for one in found):
            return tuple(found)
        tries = more if short is not None else replace(tries, rows={**tries.rows, **more.rows})
    return several(probe, tries, found, slow=bool(left) and short is None)


def quicker(probe: Probe) -> Probe | None:
    """Return a probe that takes less time: a training of fewer rounds, or another public check that fails."""
    task, checks = probe.task, probe.task.compared.checks
    short = shortened(probe.check)
    if short is not None:
        return Probe(task, short, None)
    public = [index for index in task.compared.failing_of(task.name) if checks[index].check.public]
    quickest = min(public, key=lambda index: checks[index].got.seconds, default=None)
    return None if quickest in (None, probe.index) else Probe(task, checks[quickest], quickest)


def surest(probe: Probe, tries: Trial, found: list[Found]) -> tuple[Found, ...]:
    """Return changes that make everything right: a mistake made again before a mere other number or name."""
    if any(one.whole and not one.adding and one.changes[0].kind not in GUESSES for one in found):
        return tuple(found)
    task = probe.task
    sets = list(made_again(task.changes, [active[0] for active in tries.rows]))
    sets = [one for one in sets if not task.changes[one[0]].adds and task.changes[one[0]].kind not in GUESSES]
    again = probe.verified(made, list(made.rows)) if sets and (made := probe.tried(sets)) else []
    return tuple(one for one in again if one.whole) or tuple(found)


def several(probe: Probe, tries: Trial, found: list[Found], slow: bool) -> tuple[Found, ...]:
    """Return one change in several places, else changes that mend a value each, else pairs of changes."""
    task = probe.task
    # A slice both of whose ends are wrong has the right shape with both changed only.
    shaping = (number for number, one in enumerate(task.changes) if not one.adds and task.trusted(one))
    alike = (made_again(task.changes, numbers) for numbers in ([one[0] for one in tries.rows], [*shaping]))
    sets = list(dict.fromkeys(chain.from_iterable(alike)))
    rows = probe.tried(sets).rows if sets else {}
    mending = probe.verified(replace(tries, rows=rows), list(rows)) if rows else []
    again = [one for one in mending if one.whole]
    surer = [one for one in again if one.changes[0].kind not in GUESSES]
    if surer:
        return tuple(surer)
    found += [one for one in mending if not one.whole]
    parts = parts_of(found)
    all_parts = joint(probe, parts) if len(parts) > 1 else None
    mended = frozenset[str]().union(*(names for _, names in parts))
    agree = len(parts) < 2 or (all_parts is not None and all_parts.names >= mended)
    # What single calls do not show may be wrong as well.
    if all_parts is not None and all_parts.whole and mended >= task.spoken:
        return tuple(found)
    if again:
        return tuple(again)
    made = {active: task.changes[active[0]] for active in rows}
    twice = {active: rows[active] for active, one in made.items() if not one.adds and one.kind not in GUESSES}
    both = with_another(probe, replace(tries, rows={**tries.rows, **twice}), found, list(twice), slow)
    both = both or on_other_checks(probe, tries, found)
    return both or off_by_a_factor(probe, tries) or (tuple(found) if agree else ())


def on_other_checks(probe: Probe, tries: Trial, found: Sequence[Found]) -> tuple[Found, ...]:
    """Return pairs that make everything right, of which this check shows one mistake, and another both."""
    task, checks = probe.task, probe.task.compared.checks
    enough = [one for one in found if tries.right(one.active) >= frozenset(tries.expected)]
    sets = with_part(task, enough, ())
    public = [index for index in task.compared.failing_of(task.name) if checks[index].check.public]
    for index in [index for index in public if index != probe.index] if sets else []:
        other = Probe(task, checks[index], index)
        tried = other.tried(sets, PART_SECONDS)
        both = other.verified(tried, list(tried.rows))
        if any(one.whole for one in both):
            return tuple(both)
    return ()


def with_another(
    probe: Probe, tries: Trial, found: Sequence[Found], twice: Sequence[Active], slow: bool
) -> tuple[Found, ...]:
    """Return pairs of changes that make everything right, first those of which one mends a value."""
    quick = shortened(probe.check) if probe.index is not None and not slow else None
    if quick is not None:
        probe = Probe(probe.task, quick, None)
        tries = probe.tried(list(tries.rows))
    parts = with_part(probe.task, [one for one in found if one.names], twice)
    others = [] if slow else pairs(probe.task.changes, tries, as_it_is(probe, tries))
    for sets, seconds in ((parts, PART_SECONDS), (others, PAIRS_SECONDS)):
        tried = probe.tried(sets, seconds) if sets else None
        both = probe.verified(tried, list(tried.rows)) if tried else []
        if any(one.whole for one in both):
            return tuple(both)
    return ()


def with_part(task: Task, parts: Sequence[Found], again: Sequence[Active]) -> list[Active]:
    """Return each change that makes a value right together with any other, or with one made again."""
    told = {str([said_of(change) for change in one.changes]): one for one in reversed(parts)}
    likely = sorted(reversed(told.values()), key=lambda found: -len(found.names))[:PARTS_AT_MOST]
    trusted = [(number,) for number, change in enumerate(task.changes) if task.trusted(change)]
    trusted.sort(key=lambda one: task.changes[one[0]].kind not in COMMON | {"order"})  # a stable sort
    return [
        (*one.active, *others)
        for one in likely
        for others in (*trusted[:LIKELY], *again, *trusted[LIKELY:])
        if not set(others) & set(one.active) and not undo(task.changes, (*one.active, *others))
    ]


LIKELY = 300
"""Changes that are tried before those of one mistake in several places."""

PARTS_AT_MOST = 2
"""Changes that mend a part, of those that are tried together with every other one."""


def as_it_is(probe: Probe, tries: Trial) -> np.ndarray | None:
    """Return the program's own numbers on a check in a row; None where it gave others than it should."""
    got = probe.check.got.values
    if any(name not in got or got[name].shape != want.shape for name, want in tries.expected.items()):
        return None
    return np.concatenate([got[name].astype(float).ravel() for name in tries.expected])
