"""Choose, of all changes that make a task right, the ones to speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.grading.comparison import Comparison
from grader.grading.repaired import AGAIN, FACTOR, SCALED
from grader.grading.repairs.changes.change import said_of
from grader.grading.repairs.parts import parts_of
from grader.grading.repairs.task import Found, is_again
from grader.inside.observation import Outcome, Repair


def chosen(compared: Comparison, task: str, found: Sequence[Found]) -> list[Repair]:
    """Return what to say of the changes that were found for a task.

    Where a call stops, a change that makes a part of its values right has only kept it from stopping.
    """
    whole = [one for one in found if one.whole]
    if whole:
        least = min(one.adding for one in whole)
        likely = [one for one in whole if one.adding == least]
        possible = sorted((one for one in found if one.public_whole), key=lambda one: one.adding)
        if rank(likely[0], possible) >= CHOICES_AT_MOST:
            return in_all(task, likely, possible)
        if likely[0].factor:
            return off_by(task, [one for one in likely if one.factor == likely[0].factor])
        if is_again(likely[0].changes):
            return [record(task, likely[0], 0, likely, ())]
        every = [record(task, likely[0], place, likely, ()) for place in range(len(likely[0].changes))]
        return every if len(every) < 3 else [one for i, one in enumerate(every) if one not in every[:i]]
    stopped = any(compared.row[index].outcome is not Outcome.RETURNED for index in compared.failing_of(task))
    return [] if stopped or not found else in_parts(task, found)


def in_all(task: str, likely: Sequence[Found], possible: Sequence[Found]) -> list[Repair]:
    """Return, of two changes, the one that is in every set of changes which public checks leave possible."""
    best = likely[0]
    told = [{said_of(change) for change in one.changes} for one in possible]
    if is_again(best.changes) or best.factor or not told:
        return []
    common = set.intersection(*told)
    places = [place for place, change in enumerate(best.changes) if said_of(change) in common]
    return [record(task, best, places[0], likely, ())] if len(places) == 1 < len(best.changes) else []


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
    return str([said_of(change) for change in one.changes])


def record(task: str, best: Found, place: int, likely: Sequence[Found], names: tuple[str, ...]) -> Repair:
    """Return a change as a record; its line is 0 where changes in other lines would do as well."""
    change, count = best.changes[place], len(best.changes)
    if is_again(best.changes):
        others = sorted({one.line for one in best.changes} - {change.line})
        again = {AGAIN: " ".join(map(str, others))}
        return Repair(task, change.kind, change.line, {**change.quoted(), **again}, names, 1, change.adds)
    lines = {one.changes[place].line for one in likely if len(one.changes) == count}
    # Of a function's parameters there is one list only.
    sure = len(lines) == 1 and not (count > 1 and change.adds and change.kind in MOVING)
    line = change.line if sure or change.kind == "parameters" else 0
    return Repair(task, change.kind, line, change.quoted(), names, count, change.adds)


MOVING = frozenset({"sign", "factor_missing", "divisor_missing"})
"""What is missing of these may be put into many lines, of which a search for pairs tries a few."""


def in_parts(task: str, found: Sequence[Found]) -> list[Repair]:
    """Return a change for each of several wrong values. The same change in two lines is told once."""
    parts: dict[tuple[str, str], Repair] = {}
    passed_over = 0
    for best, mended in parts_of(found):
        passed_over += rank(best, [one for one in found if mended <= one.public])
        passed_over += len(best.public - mended)
        alike = [one for one in found if mended <= one.names and one.adding == best.adding]
        made = record(task, best, 0, alike, ())
        key = (made.kind, str(sorted(made.words.items())))
        names = {*mended, *(parts[key].names if key in parts else ())}
        line = made.line if parts.get(key, made).line == made.line else 0
        parts[key] = replace(made, names=tuple(sorted(names)), line=line)
    return list(parts.values()) if passed_over < CHOICES_AT_MOST else []
