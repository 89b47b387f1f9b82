"""Take apart downloads that lie side by side in one folder, and put together what was read in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import levels
from grader.intake.layouts.tree.found import Asked, Download, Handed, Listing, is_program
from grader.intake.naming import fold, told
from grader.words.catalogue import sentence


def parts(download: Download) -> Mapping[str, Download]:
    """Return the downloads in the folders, or archives, at the top; nothing where a program lies beside."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in download.entries:
        top, *below = entry.parts
        if below:
            found[top].append(replace(entry, name="/".join(below)))
        elif entry.inside:
            found[top].append(replace(entry, name=entry.inside, inside=""))
        elif is_program(entry) or entry.fault:
            return {}
    made = {
        top: Download(
            tuple(entries),
            top,
            frozenset(name.partition("/")[2] for name in download.pruned if name.startswith(f"{top}/")),
        )
        for top, entries in found.items()
        if any(is_program(one) or one.fault for one in entries)
    }
    return made if len(made) > 1 else {}


def are_assignments(tops: Iterable[str], asked: Asked) -> bool:
    """Tell whether folders are all named for a homework or an exercise: no group is."""
    return all(levels.has_label(top) or told(top, asked.exercises) is not None for top in tops)


def together(listings: Mapping[str, Listing], asked: Asked) -> Listing:
    """Return several listings as one, with the whole paths; of several attempts those that count."""
    by_answer: dict[tuple[str, str], list[Handed]] = defaultdict(list)
    left: list[Refused] = []
    for top, found in listings.items():
        left += [replace(one, name=f"{top}/{one.name}") for one in found.left_out]
        for one in found.handed:
            by_answer[fold(one.student), one.exercise].append(below(one, top, found.layout))
    handed: list[Handed] = []
    for some in by_answer.values():
        counting, why = choose(some, asked.attempts)
        handed += counting
        left += [
            Refused(one.entry.path, why or sentence("left.earlier"), doubt=bool(why))
            for one in some
            if one not in counting
        ]
    handed.sort(key=lambda one: (one.student, one.exercise, one.order))
    layout = " and ".join(sorted({found.layout for found in listings.values()}))
    return Listing(layout, tuple(handed), tuple(sorted(left, key=lambda one: one.name)))


def below(one: Handed, top: str, layout: str) -> Handed:
    """Return an answer with the path of the folder in which its download lies, and the layout of that."""
    helpers = {name: replace(entry, name=f"{top}/{entry.name}") for name, entry in one.helpers.items()}
    return replace(
        one, entry=replace(one.entry, name=f"{top}/{one.entry.name}"), helpers=helpers, layout=layout
    )


def choose(some: Sequence[Handed], attempts: str) -> tuple[Sequence[Handed], str]:
    """Return the attempts at one exercise that count; none, and why, where they have no order."""
    if len({one.layout for one in some}) > 1 or len({one.order for one in some if one.order}) < len(some):
        return (some, "") if len(some) == 1 else ((), sentence("left.several"))
    if attempts == "best":
        return some, ""
    return [(max if attempts == "last" else min)(some, key=lambda one: one.order)], ""
