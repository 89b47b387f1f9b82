"""Tell how a person has arranged files: side by side, or in a folder a student; and what only wraps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.intake import naming
from grader.intake.entry import Entry
from grader.intake.layouts import flat
from grader.intake.layouts.tree import levels
from grader.intake.layouts.tree.found import Asked, Download, is_program


def depth(entries: Sequence[Entry]) -> int:
    """Return how many parts the path of the least deep program has."""
    return min((len(entry.parts) for entry in entries if is_program(entry) or entry.fault), default=0)


def unwrapped(download: Download) -> Download | None:
    """Return a download without the one folder around all that counts; None where there is none."""
    # A table of grades or a page that lies beside it is nobody's work.
    real = [one for one in download.entries if is_program(one) or one.fault]
    tops = {one.parts[0] for one in real}
    if len(tops) != 1 or any(len(one.parts) == 1 for one in real):
        return None
    (top,) = tops
    return Download(
        tuple(
            replace(one, name="/".join(one.parts[1:])) if len(one.parts) > 1 and one.parts[0] == top else one
            for one in download.entries
        ),
        top,
        frozenset(name.partition("/")[2] for name in download.pruned if name.startswith(f"{top}/")),
    )


def by_names(download: Download, asked: Asked) -> tuple[str, Download]:
    """Tell files that lie side by side from a folder a student."""
    programs = [one for one in download.entries if is_program(one) or one.fault]
    if not programs:
        return "", download
    if 2 * sum(len(one.parts) == 1 for one in programs) >= len(programs):
        return "flat", download
    inner = unwrapped(download)
    if inner and not asked.is_known(inner.around):
        if levels.is_around(inner.around):
            return by_names(inner, asked)
        if depth(inner.entries) == 1:
            if all(named_with_student(one, asked) for one in inner.entries if is_program(one)):
                return "flat", inner
        elif wraps(inner, asked):
            return by_names(inner, asked)
    return "folders", download


def named_with_student(entry: Entry, asked: Asked) -> bool:
    """Tell whether a file's name says more than the exercise, and more than a version of it."""
    found = naming.told(entry.parts[-1], asked.exercises)
    return found is not None and bool(flat.person(found, asked))


def wraps(inner: Download, asked: Asked) -> bool:
    """Tell whether the folder around everything is nobody's: a homework's, or one with several people's."""
    if levels.is_label(inner.around):
        return True
    if levels.is_exercise(inner.around, asked):
        return False
    above = [one.parts[:-1] for one in inner.entries if is_program(one) or one.fault]
    if any(asked.is_known(name) for parents in above for name in parents):
        return True
    people = {parents[at] for parents in above if (at := levels.person(parents, asked)) >= 0}
    people = {name for name in people if not levels.is_within(name)}
    alone = {
        one.parts[-1] for one in inner.entries if is_program(one) and levels.person(one.parts[:-1], asked) < 0
    }
    return len(people) > 1 or any(naming.told(name, asked.exercises) is None for name in alone)
