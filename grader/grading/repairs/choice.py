"""Choose, of all changes that make a task right, the ones to speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from grader.grading.comparison import Comparison
from grader.grading.diagnose import UNKNOWABLE, is_open_to_doubt, named
from grader.grading.repaired import AGAIN, FACTOR, FOLLOWS, MEMORY, SCALED
from grader.grading.repairs.change import Change
from grader.grading.repairs.experiment import Run
from grader.grading.repairs.search import GUESSES, Found, first_check, repairs
from grader.grading.source import Source, read_source
from grader.inside import how
from grader.inside.observation import Outcome, Program, Repair
from grader.numbers.compare import agree


def repaired(compared: Comparison, program: Program, run: Run) -> tuple[Repair, ...]:
    """Return the changes that make failing tasks right, of those in which no listed mistake is recognised."""
    source = read_source(program.text)
    made: list[Repair] = []
    for task in compared.key.tasks:
        if is_open(compared, task, source):
            found = repairs(compared, program, task, run)
            made += chosen(compared, task, found) or memory(compared, task, program, run)
            followers = found[0].follows if found else ()
            made += [Repair(other, FOLLOWS, 0, {"task": task}) for other in followers]
    return tuple(made)


def memory(compared: Comparison, task: str, program: Program, run: Run) -> list[Repair]:
    """Return that a task keeps something between calls, where a call by itself is right."""
    first = first_check(compared, task)
    if first is None or compared.row[first].outcome is not Outcome.RETURNED:
        return []
    one = compared.checks[first]
    alone = run(program, [one.check.scenario]).row[0]
    return [Repair(task, MEMORY, 0)] if agree(alone, one.expected, one.check.bound) else []


def is_open(compared: Comparison, task: str, source: Source) -> bool:
    """Tell whether a task fails by itself, was written, and is not explained by its page."""
    failing = compared.failing_of(task)
    if all(compared.checks[index].check.scenario.kind in (*how.KINDS, "predict") for index in failing):
        return False  # its numbers are right already, or nobody may tell them
    if all(compared.row[index].outcome in UNKNOWABLE for index in failing):
        return False
    # Where a task that it calls is wrong, nothing need be wrong in here.
    called = {used for index in failing for used in compared.checks[index].check.uses}
    called |= source.reached_from(task).names & set(compared.key.tasks)
    if any(compared.failing_of(used) for used in called - {task}):
        return False
    return named(compared, task) is None or is_open_to_doubt(compared, task, source)


def chosen(compared: Comparison, task: str, found: Sequence[Found]) -> list[Repair]:
    """Return what to say of the changes that were found for a task.

    Where a call stops, a change that makes a part of its values right has only kept it from stopping.
    """
    whole = [one for one in found if one.whole]
    if whole:
        least = min(adding(one) for one in whole)
        likely = [one for one in whole if adding(one) == least]
        possible = sorted((one for one in found if one.public_whole), key=adding)
        if rank(likely[0], possible) >= CHOICES_AT_MOST:
            return []
        if likely[0].factor:
            return off_by(task, [one for one in likely if one.factor == likely[0].factor])
        if is_again(likely[0].changes):
            return [record(task, likely[0], 0, likely, ())]
        return [record(task, likely[0], place, likely, ()) for place in range(len(likely[0].changes))]
    stopped = any(compared.row[index].outcome is not Outcome.RETURNED for index in compared.failing_of(task))
    return [] if stopped or not found else in_parts(task, found, found[0].wrong)


def off_by(task: str, likely: Sequence[Found]) -> list[Repair]:
    """Return a change, and the factor by which everything is off with it: two mistakes."""
    factor = likely[0].factor
    change = record(task, likely[0], 0, likely, ())
    half = replace(change, words={**change.words, FACTOR: factor})
    return [half, Repair(task, SCALED, 0, {FACTOR: factor})]


CHOICES_AT_MOST = 4
"""Changes among which hidden checks may choose the one that is named: two bits of them.

A program may have many places of which a hidden number decides which one is to be changed.
"""


def rank(chosen: Found, possible: Sequence[Found]) -> int:
    """Return how many of the changes that public checks leave possible would be named before the chosen."""
    sayings = list(dict.fromkeys(saying(one) for one in possible))
    return sayings.index(saying(chosen)) if saying(chosen) in sayings else CHOICES_AT_MOST


def saying(one: Found) -> str:
    """Return what a student would read of some changes, as far as it tells them apart."""
    return str([(change.kind, change.line, sorted(change.quoted().items())) for change in one.changes])


def adding(one: Found) -> int:
    """Return how many of some changes put something where nothing stands; one made again counts once."""
    return sum(change.adds for change in (one.changes[:1] if is_again(one.changes) else one.changes))


def record(task: str, best: Found, place: int, likely: Sequence[Found], names: tuple[str, ...]) -> Repair:
    """Return a change as a record; its line is 0 where changes in other lines would do as well."""
    change, count = best.changes[place], len(best.changes)
    if is_again(best.changes):
        again = {AGAIN: " ".join(str(one.line) for one in best.changes[1:])}
        return Repair(task, change.kind, change.line, {**change.quoted(), **again}, names, 1, change.adds)
    lines = {one.changes[place].line for one in likely if len(one.changes) == count}
    line = change.line if len(lines) == 1 else 0
    return Repair(task, change.kind, line, change.quoted(), names, count, change.adds)


def is_again(changes: Sequence[Change]) -> bool:
    """Tell whether changes are one mistake in several lines: the kind and what is quoted are alike."""
    alike = {f"{one.kind} {re.sub(DIGITS, '', str(sorted(one.quoted().items())))}" for one in changes}
    return len(changes) > 1 and len(alike) == 1 and len({one.line for one in changes}) == len(changes)


DIGITS = r"(?<=[^\W\d])\d+"
"""Numbers at the end of names."""


MISSING_AT_LEAST = 4
"""Numbers of a value that must come out right before something is said to be missing in it."""

WHOLE_ONLY = frozenset({"added", "block", "condition", "elements", "in_place", "results_exchanged"})
"""Changes that may make a value right by sparing it: what else they undo is wrong in other values anyway."""


def in_parts(task: str, found: Sequence[Found], wrong: frozenset[str]) -> list[Repair]:
    """Return a change for each of several wrong values, one that mends more of them before others.

    What is merely missing may fit one value by chance. The same change in two lines is told once.
    """
    found = [one for one in found if one.numbers >= (MISSING_AT_LEAST if adding(one) else 1)]
    found = [one for one in found if one.changes[0].kind not in WHOLE_ONLY]
    if not frozenset[str]().union(*(one.names for one in found)) >= wrong:
        found = [one for one in found if one.changes[0].kind not in GUESSES | {"operator", "condition"}]
    found.sort(key=adding)  # a stable sort
    left = frozenset[str]().union(*(one.names for one in found))
    parts: dict[tuple[str, str], Repair] = {}
    passed_over = 0
    while left:
        best = max(found, key=lambda one: len(one.names & left))
        mended = best.names & left
        passed_over += rank(best, [one for one in found if mended <= one.public])
        passed_over += len(best.public & left - mended)
        alike = [one for one in found if mended <= one.names and adding(one) == adding(best)]
        made = record(task, best, 0, alike, ())
        key = (made.kind, str(sorted(made.words.items())))
        names = {*mended, *(parts[key].names if key in parts else ())}
        line = made.line if parts.get(key, made).line == made.line else 0
        parts[key] = replace(made, names=tuple(sorted(names)), line=line)
        left -= mended
    return list(parts.values()) if passed_over < CHOICES_AT_MOST else []
