"""Recognise the layout of a folder or zip, and list who handed in what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from grader.errors import UsageError
from grader.intake.archive import Entry, Refused, Tree
from grader.intake.layouts import plain, platforms
from grader.intake.layouts.found import Asked, Handed, Listing, is_program, spot

Reader = Callable[[Sequence[Entry], Asked], Iterator[Handed | Refused]]

LAYOUTS: Mapping[str, Reader] = MappingProxyType(
    {
        "gradescope": platforms.gradescope,
        "moodle": platforms.moodle,
        "nbgrader": platforms.nbgrader,
        "canvas": platforms.canvas,
        "flat": plain.flat,
        "folders": plain.folders,
    }
)


def listing(tree: Tree, asked: Asked, forced: str = "") -> Listing:
    """Return who handed in what; of several attempts at an exercise the last, the others are listed.

    Raises:
        UsageError: nothing is recognised, or not in the layout that was forced.
    """
    layout, entries = settled(tree.entries, asked, forced)
    if not layout:
        raise UsageError(
            f"{tree.path}: holds no student's file that I recognise; name the layout with --layout "
            f"({', '.join(LAYOUTS)}) or the exercise with --exercise ID"
        )
    if layout == "gradescope" and not any(one.name == platforms.GRADESCOPE_LIST for one in entries):
        raise UsageError(f"{tree.path}: has no {platforms.GRADESCOPE_LIST}; name another --layout")
    rows = list(LAYOUTS[layout](entries, asked))
    handed, earlier = last_attempts([row for row in rows if isinstance(row, Handed)])
    left = [*tree.refused, *(row for row in rows if isinstance(row, Refused)), *earlier]
    return Listing(layout, tuple(handed), tuple(sorted(left, key=lambda one: one.name)))


def settled(entries: Sequence[Entry], asked: Asked, forced: str) -> tuple[str, Sequence[Entry]]:
    """Return the layout, and the entries without a folder that merely wraps them all."""
    inner = unwrapped(entries)
    if forced == "folders":
        return forced, inner if depth(inner) > 1 else entries
    for some in filter(None, (entries, inner)):
        layout = forced if forced and fits(forced, some, asked) else "" if forced else by_marks(some)
        if layout:
            return layout, some
    return (forced, entries) if forced else by_names(entries, inner, asked)


def fits(layout: str, entries: Sequence[Entry], asked: Asked) -> bool:
    """Tell whether a layout makes sense of any of the files."""
    if layout == "gradescope":
        return any(one.name == platforms.GRADESCOPE_LIST for one in entries)
    return any(isinstance(row, Handed) for row in LAYOUTS[layout](entries, asked))


def depth(entries: Sequence[Entry]) -> int:
    """Return how many parts the path of the least deep program has."""
    return min((len(entry.parts) for entry in entries if is_program(entry)), default=0)


def unwrapped(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries without the one folder around them all; none where there is no such folder."""
    real = [entry for entry in entries if entry.parts[0] != "__MACOSX"]
    tops = {entry.parts[0] for entry in real}
    if len(tops) != 1 or any(len(entry.parts) == 1 for entry in real):
        return ()
    return tuple(
        replace(entry, name="/".join(entry.parts[1:])) if entry.parts[0] in tops else entry
        for entry in entries
    )


def by_marks(entries: Sequence[Entry]) -> str:
    """Return the platform whose marks the names bear, empty for none."""
    names = [entry.name for entry in entries]
    if platforms.GRADESCOPE_LIST in names:
        return "gradescope"
    if any(platforms.MOODLE.fullmatch(entry.parts[0]) for entry in entries):
        return "moodle"
    if any(re.fullmatch(r"(submitted/)?[^/]+/[^/]+/timestamp\.txt", name) for name in names) or (
        names and all(re.match(r"submitted/[^/]+/[^/]+/", name) for name in names)
    ):
        return "nbgrader"
    programs = [entry for entry in entries if is_program(entry) and len(entry.parts) == 1]
    marked = sum(platforms.canvas_name(entry.name) is not None for entry in programs)
    return "canvas" if 2 * marked > len(programs) else ""


def by_names(entries: Sequence[Entry], inner: Sequence[Entry], asked: Asked) -> tuple[str, Sequence[Entry]]:
    """Tell files that lie side by side from a folder a student."""
    programs = [entry for entry in entries if is_program(entry)]
    if not programs:
        return "", entries
    beside = sum(len(entry.parts) == 1 for entry in programs)
    if 2 * beside >= len(programs):
        return "flat", entries
    if inner:
        if depth(inner) > 1:
            return "folders", inner
        if all(named_with_student(entry, asked) for entry in inner if is_program(entry)):
            return "flat", inner
    return "folders", entries


def named_with_student(entry: Entry, asked: Asked) -> bool:
    """Tell whether a file's name says more than the exercise before it."""
    match = spot(entry.parts[-1].rpartition(".")[0], asked.exercises)
    return match is not None and match.start() > 0


def last_attempts(rows: Sequence[Handed]) -> tuple[list[Handed], list[Refused]]:
    """Keep each student's last file of an exercise; files that cannot be told apart are all left out."""
    groups: dict[tuple[str, str], list[Handed]] = {}
    for row in rows:
        groups.setdefault((row.student, row.exercise), []).append(row)
    kept: list[Handed] = []
    left: list[Refused] = []
    for group in groups.values():
        newest = max((row.order, row.when) for row in group)
        last = [row for row in group if (row.order, row.when) == newest]
        last = [row for row in last if exactly_named(row)] or last
        left += [Refused(row.entry.name, why_older(row, newest)) for row in group if row not in last]
        if len(last) == 1:
            kept += last
        else:
            # As script and as notebook, for example: which of them counts is not ours to guess.
            left += [Refused(row.entry.name, "is one of several files for one exercise") for row in last]
    return sorted(kept, key=lambda row: (row.student, row.exercise)), left


def exactly_named(row: Handed) -> bool:
    """Tell whether a file is called just as its exercise is, beside copies and drafts of other names."""
    return row.entry.parts[-1].rpartition(".")[0].lower() == row.exercise


def why_older(row: Handed, newest: tuple[int, str]) -> str:
    """Say why another file of the same student counts."""
    if (row.order, row.when) < newest:
        return "is an earlier attempt"
    return f"is left for the file that is called {row.exercise}"
