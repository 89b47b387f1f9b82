"""Tell which of several attempts at an exercise counts, and which file of it is the answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.intake import naming
from grader.intake.entry import Refused
from grader.intake.layouts import rivals
from grader.intake.layouts.candidates import Candidate, complete
from grader.intake.layouts.people import Student
from grader.intake.layouts.tree import code
from grader.intake.layouts.tree.found import Asked, Handed, Owned
from grader.intake.naming import WITHIN
from grader.intake.roster import squeezed, writings
from grader.words.catalogue import sentence

_UNSENT = "working files"
"""What Teams calls the folder of what nobody has handed in yet."""

EACH_FILE = frozenset({"canvas"})
"""Platforms that number files, not attempts: two files of one attempt have two numbers."""


@dataclass
class Desk:
    """One student's files while they are sorted."""

    student: Student
    platform: str
    asked: Asked
    handed: list[Handed]
    left: list[Refused]


def choose(desk: Desk, group: Sequence[Candidate], programs: Sequence[Owned]) -> None:
    """Hand in those attempts of an exercise that count; leave out the others."""
    by_attempt: dict[int, list[Candidate]] = defaultdict(list)
    if desk.platform in EACH_FILE and len(kinds(group)) > 1:
        idle = rivals.undone(group, desk.asked)
        desk.left += [Refused(one.row.entry.path, why) for one, why in idle.items()]
        group = [one for one in group if one not in idle]
    for one in group:
        by_attempt[one.row.order].append(one)
    newest, oldest = max(by_attempt), min(by_attempt)
    counting = {"last": {newest}, "first": {oldest}, "best": set(by_attempt)}[desk.asked.attempts]
    plainest = min(one.rank for one in group)
    for order, some in sorted(by_attempt.items()):
        if order not in counting:
            why = sentence("left.earlier" if order < newest else "left.later")
            desk.left += [not_counted(one, by_attempt[max(counting)], why, desk) for one in some]
        elif desk.platform in EACH_FILE and min(one.rank for one in some) == WITHIN > plainest:
            unsure(desk, group)
            return
        else:
            settle(desk, some, programs)


def kinds(some: Iterable[Candidate]) -> set[str]:
    """Return of what kinds files are: scripts, notebooks."""
    return {naming.kind(one.row.entry.file) for one in some}


def not_counted(one: Candidate, counting: Sequence[Candidate], why: str, desk: Desk) -> Refused:
    """Say why a file of another attempt does not count.

    Where each file has a number of its own, a script and a notebook may well be of one attempt.
    """
    path, winner = one.row.entry.path, counting[0]
    if one.is_draft or desk.platform not in EACH_FILE or len(kinds([one, *counting])) == 1:
        return Refused(path, sentence("left.draft") if one.is_draft else why)
    if rivals.are_one([one, winner]):
        return Refused(path, sentence("left.for", other=winner.row.entry.path))
    return Refused(path, sentence("left.for.other", other=winner.row.entry.path), doubt=True)


def settle(desk: Desk, some: Sequence[Candidate], programs: Sequence[Owned]) -> None:
    """Hand in the one file of an attempt that answers an exercise; where that is open, none of them."""
    if all(_UNSENT in map(naming.fold, one.row.entry.parts) for one in some):
        desk.left += [Refused(one.row.entry.path, sentence("left.unsent"), doubt=True) for one in some]
        return
    live = [one for one in some if not one.is_draft] or list(some)
    rank, depth = min(one.rank for one in live), min(one.depth for one in live)
    best = [one for one in live if (one.rank, one.depth) == (rank, depth)]
    undone = rivals.undone(best, desk.asked) if len(best) > 1 else {}
    best = [one for one in best if one not in undone]
    if not best or not rivals.are_one(best):
        unsure(desk, some)
        return
    winner = best[0]
    row = winner.row
    beside = [one for one in programs if one.order == row.order or desk.platform in EACH_FILE]
    loaded = code.helpers(row, beside) if naming.kind(row.entry.file) else {}
    desk.left += [
        Refused(one.row.entry.path, sentence("left.loaded", other=row.entry.file))
        if one.row.entry in loaded.values()
        else Refused(
            one.row.entry.path, sentence("left.undone", why=undone[one], other=winner.row.entry.path)
        )
        if one in undone
        else left_for(winner, one, best, desk.asked)
        for one in some
        if one is not winner
    ]
    desk.handed.append(
        Handed(
            student=desk.student.id,
            name=desk.student.name,
            exercise=winner.exercise,
            entry=row.entry,
            late=row.late,
            when=row.when,
            order=row.order,
            email=desk.student.email,
            section=desk.student.section,
            how=winner.how + called(desk, row),
            helpers=loaded,
        )
    )


def called(desk: Desk, row: Owned) -> str:
    """Say what Canvas calls somebody whom its number means, where that is not the roster's name.

    Of a group it hands out one file, under the group's name and one member's number.
    """
    theirs = {squeezed(name) for name in writings(desk.student.name)}
    if desk.platform != "canvas" or desk.asked.roster is None or row.owner.holds_once:
        return ""
    return "" if squeezed(row.owner.name) in theirs else sentence("left.how.canvas", name=row.owner.name)


def left_for(winner: Candidate, other: Candidate, same: Sequence[Candidate], asked: Asked) -> Refused:
    """Say which file of the same attempt counts, and doubt it where the other is as whole and not the same.

    ``same`` are one program with it. A plainer name tells what counts, but not that ``forward_final.py``
    beside it is no more than a draft.
    """
    path, one = other.row.entry.path, winner.row.entry
    rival = (
        other.depth == winner.depth
        and other not in same
        and not other.is_draft
        and other.exercise in complete(other.row.entry, asked)
        and code.content(other.row.entry) != code.content(one)
    )
    return Refused(path, sentence("left.for.other" if rival else "left.for", other=one.path), doubt=rival)


def unsure(desk: Desk, some: Iterable[Candidate]) -> None:
    """Leave out files of which one counts: which one is not ours to guess."""
    why = sentence("left.several")
    desk.left += [Refused(one.row.entry.path, why, doubt=True) for one in some]
