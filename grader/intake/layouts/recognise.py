"""Recognise the layout of a folder or zip, and list who handed in what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from grader.errors import UsageError
from grader.intake.entry import Refused, Tree
from grader.intake.layouts import flat, folders, several
from grader.intake.layouts.answers import answers, blind
from grader.intake.layouts.byhand import by_names, depth, unwrapped
from grader.intake.layouts.people import students
from grader.intake.layouts.platforms import (
    blackboard,
    brightspace,
    canvas,
    github,
    gradescope,
    ilias,
    moodle,
    nbgrader,
    okpy,
    sakai,
    submitty,
)
from grader.intake.layouts.tree.found import (
    CHECKPOINTS,
    Asked,
    Download,
    Handed,
    Listing,
    Owned,
    is_program,
    why_not,
)
from grader.intake.opened import opened

Reader = Callable[[Download, Asked], Iterator[Owned | Refused]]

LAYOUTS: Mapping[str, Reader] = MappingProxyType(
    {
        "blackboard": blackboard.read,
        "brightspace": brightspace.read,
        "canvas": canvas.read,
        "flat": flat.read,
        "folders": folders.read,
        "github": github.read,
        "gradescope": gradescope.read,
        "ilias": ilias.read,
        "moodle": moodle.read,
        "nbgrader": nbgrader.read,
        "okpy": okpy.read,
        "sakai": sakai.read,
        "submitty": submitty.read,
    }
)

MARKS: Sequence[tuple[str, Callable[[Download], bool]]] = (
    ("gradescope", gradescope.marked),
    ("okpy", okpy.marked),
    ("moodle", moodle.marked),
    ("brightspace", brightspace.marked),
    ("sakai", sakai.marked),
    ("submitty", submitty.marked),
    ("nbgrader", nbgrader.marked),
    ("blackboard", blackboard.marked),
    ("canvas", canvas.marked),
    ("ilias", ilias.marked),
)
"""Platforms by the marks that names bear, the plainest first."""

PLATFORMS = frozenset(layout for layout, _ in MARKS)

DEEP = 5
"""Folders, one in the other, that may be around everything."""


def listing(tree: Tree, asked: Asked, forced: str = "") -> Listing:
    """Return who handed in what; of several attempts at an exercise those that count, the others are listed.

    Raises:
        UsageError: nothing is recognised, or not in the layout that was forced.
    """
    entries, left = opened(tree.entries)
    around = tree.path.name if tree.is_folder else tree.path.stem
    download = unzipped(Download(tuple(entries), around, frozenset(tree.pruned)), asked)
    found = (None if forced else side_by_side(download, asked)) or alone(download, asked, forced)
    if found is None:
        if lost := [one for one in (*tree.refused, *left) if one.doubt]:
            raise UsageError(f"{tree.path}: nothing in it can be graded; {lost[0].name} {lost[0].why}")
        raise UsageError(
            f"{tree.path}: holds no student's file that I recognise; name the layout with --layout "
            f"({', '.join(LAYOUTS)}) or the exercise with --exercise ID"
        )
    everything = sorted((*left, *tree.refused, *found.left_out), key=lambda one: one.name)
    return replace(found, left_out=tuple(everything))


def side_by_side(download: Download, asked: Asked) -> Listing | None:
    """Return what several downloads of platforms hold that lie in a folder each; None for anything else."""
    parts = several.parts(download)
    if not parts:
        inner = unwrapped(download)
        return side_by_side(inner, asked) if inner and not by_marks(inner, asked) else None
    wholly = by_marks(download, asked) and not several.are_assignments(parts, asked)
    if wholly or any(map(asked.is_known, parts)):
        return None
    made = {}
    for top, part in parts.items():
        layout, inside = settled(unzipped(part, asked), asked, "")
        found = alone(inside, asked, layout) if layout in PLATFORMS and by_marks(inside, asked) else None
        if found is None:
            return None
        made[top] = found
    return several.together(made, asked)


def alone(download: Download, asked: Asked, forced: str) -> Listing | None:
    """Return what one download holds, None where nothing is recognised.

    Raises:
        UsageError: it has not what the layout needs that was forced.
    """
    layout, download = settled(download, asked, forced)
    if not layout:
        return None
    own = [one for one in download.entries if one.parts[0] == CHECKPOINTS]
    download = replace(download, entries=tuple(one for one in download.entries if one not in own))
    if layout == "gradescope" and not gradescope.marked(download):
        raise UsageError(f"{download.around}: has no {gradescope.LIST}; name another --layout")
    rows = list(LAYOUTS[layout](download, asked))
    left = [*(Refused(one.path, why_not(one)) for one in own), *(r for r in rows if isinstance(r, Refused))]
    handed, others = sorted_out([row for row in rows if isinstance(row, Owned)], layout, asked)
    return Listing(layout, tuple(handed), (*left, *others))


def sorted_out(rows: Sequence[Owned], layout: str, asked: Asked) -> tuple[list[Handed], list[Refused]]:
    """Return everybody's answers, and what is left out."""
    people, left = students(rows, layout, asked)
    handed: list[Handed] = []
    for student, files in people.items():
        some, others = answers(student, files, layout, asked)
        handed += some
        left += others
    numbers = blind(handed, list(people), asked)
    taken = {one.name for one in numbers}
    handed = [one for one in handed if one.entry.path not in taken]
    handed.sort(key=lambda one: (one.student, one.exercise, one.order))
    return handed, [*left, *numbers]


def settled(download: Download, asked: Asked, forced: str) -> tuple[str, Download]:
    """Return the layout, and the files without folders that merely wrap them all."""
    levels_down: list[Download] = []
    outer: Download | None = download
    while outer and len(levels_down) <= DEEP:
        inner = unwrapped(outer)
        if inner and asked.is_known(inner.around):
            break  # what lies in a person's folder says nothing of a class
        levels_down.append(outer)
        outer = inner
    if forced == "folders":
        return forced, next((one for one in reversed(levels_down) if depth(one.entries) > 1), download)
    for some in levels_down:
        layout = forced if forced and fits(forced, some, asked) else "" if forced else by_marks(some, asked)
        if layout:
            return layout, some
    return (forced, download) if forced else by_names(download, asked)


def fits(layout: str, download: Download, asked: Asked) -> bool:
    """Tell whether a layout makes sense of any of the files."""
    if layout == "gradescope":
        return gradescope.marked(download)
    return any(isinstance(row, Owned) for row in LAYOUTS[layout](download, asked))


def unzipped(download: Download, asked: Asked) -> Download:
    """Return a download with a platform's zip in it as if that was a folder, where nothing else counts."""
    real = [one for one in download.entries if is_program(one) or one.fault]
    if len({one.name for one in real}) != 1 or not all(one.inside for one in real):
        return download
    inner = replace(download, entries=tuple(replace(one, name=one.path, inside="") for one in real))
    return inner if any(by_marks(some, asked) for some in (inner, unwrapped(inner)) if some) else download


def by_marks(download: Download, asked: Asked) -> str:
    """Return the platform whose marks the names bear, empty for none."""
    for layout, marked in MARKS:
        if marked(download):
            return layout
    return "github" if github.marked(download, asked) else ""
