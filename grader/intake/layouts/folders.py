"""Folders as a person sorts them: ``alice/quadratic.py``, ``quadratic/alice.py``, weeks and groups around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.flat import by_name, is_mixed, is_nobody
from grader.intake.layouts.tree import levels, moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_program, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield files in a folder a student, however deep, below weeks, exercises and groups."""
    unsure = doubtful(download, asked)
    by_file = named_by_file(download, asked)
    counted = in_attempts(download, asked)
    for entry in download.entries:
        above = entry.parts[:-1]
        depth = levels.person(above, asked)
        if not above:
            yield refused(entry, sentence("left.no_folder"), doubt=True)
        elif depth < 0 or (above in by_file and is_program(entry)):
            yield in_exercise(entry, above, asked)
        elif is_nobody_s(above[depth], asked):
            yield refused(entry, sentence("left.no_folder"), doubt=True)
        elif levels.is_number_of_platform(above[depth]) and not asked.is_known(above[depth]):
            why = sentence("left.number", folder=above[depth])
            yield refused(entry, why, doubt=True)
        elif above[0] in unsure and not any(
            asked.is_known(name) or levels.is_address(name) for name in above
        ):
            below = above[depth + 1 :]
            rest = entry.parts[-1:] if all(levels.is_exercise(name, asked) for name in below) else below
            yield refused(entry, whose_is_open(above[depth], "/".join(rest)), doubt=True)
        elif why := is_mixed(levels.bare(above[depth]), asked):
            yield refused(entry, sentence("left.mixed.folder", folder=above[depth], why=why), doubt=True)
        else:
            name = levels.bare(above[depth])
            section = "/".join(part for part in above[:depth] if levels.is_group(part))
            owner = Owner(name, user=name, name=name, section=section)
            order = attempt(entry, depth) if naming.fold(name) in counted else 0
            own, *around = (*names_of(entry, depth + 1), *reversed(above[:depth]))
            names = (own, *(levels.plain(one, asked) for one in around))
            late = moments.is_late(above[depth + 1 :])
            yield Owned(entry, owner, names, late=late, order=order)


def whose_is_open(folder: str, below: str) -> str:
    """Say of two folders, one in the other, that it is open which of them names the person."""
    return sentence("left.open.version" if below.isdigit() else "left.open", folder=folder, below=below)


def is_nobody_s(folder: str, asked: Asked) -> bool:
    """Tell whether a folder is named for anything but a person; a person may be called as an exercise is."""
    name = levels.bare(folder)
    return not asked.is_known(folder) and (is_nobody(name) or levels.is_exercise(name, asked))


def attempt(entry: Entry, depth: int) -> int:
    """Return the number of the attempt in whose folder a file lies, below the person's; 0 for none."""
    return next(filter(None, map(moments.attempt, entry.parts[depth + 1 : -1])), 0)


def in_attempts(download: Download, asked: Asked) -> frozenset[str]:
    """Return the people each of whose programs, but for drafts, lies in a folder for an attempt."""
    orders: dict[str, set[int]] = defaultdict(set)
    for entry in download.entries:
        above = entry.parts[:-1]
        depth = levels.person(above, asked)
        if is_program(entry) and depth >= 0 and not any(map(levels.is_draft, above)):
            orders[naming.fold(levels.bare(above[depth]))].add(attempt(entry, depth))
    return frozenset(person for person, found in orders.items() if 0 not in found)


def named_by_file(download: Download, asked: Asked) -> frozenset[tuple[str, ...]]:
    """Return the folders of groups whose files are called as people: ``Section A/loss/ada.py``.

    A folder with two such files for one exercise settles it for all; one alone would be a team's own file,
    but no section's.
    """
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in download.entries:
        above = entry.parts[:-1]
        depth = levels.person(above, asked)
        in_group = depth >= 0 and levels.is_group(above[depth])
        if (
            is_program(entry)
            and in_group
            and (depth == len(above) - 1 or levels.is_exercise(above[-1], asked))
        ):
            found[above].add(naming.plain(entry.parts[-1]))
    people = {
        above: {name for name in names if not (levels.is_common(name) or levels.is_exercise(name, asked))}
        for above, names in found.items()
    }
    plain = any(names == found[above] and settles(above, names, asked) for above, names in people.items())
    return frozenset(above for above, names in people.items() if names) if plain else frozenset()


def settles(above: tuple[str, ...], names: Iterable[str], asked: Asked) -> bool:
    """Tell whether files in a group's folder, none of a common name, can only be several people's."""
    if any(map(levels.is_section, above)):
        return True
    in_folder = any(levels.is_exercise(name, asked) for name in above)
    told = [
        "" if in_folder else getattr(naming.told(name, asked.exercises), "exercise", None) for name in names
    ]
    return any(told.count(one) > 1 for one in told if one is not None)


def in_exercise(entry: Entry, above: tuple[str, ...], asked: Asked) -> Owned | Refused:
    """Read a file in an exercise's folder: ``quadratic/alice.py``; its own name is the student's."""
    around = [levels.plain(name, asked) for name in reversed(above)]
    exercise = next((name for name in around if levels.is_exercise(name, asked)), "")
    made = by_name(entry, asked, exercise)
    if isinstance(made, Refused):
        return made
    section = "/".join(part for part in above if levels.is_group(part))
    return Owned(made.entry, replace(made.owner, section=section), (*made.names, *around))


def doubtful(download: Download, asked: Asked) -> frozenset[str]:
    """Return the folders at the top of which it is open whether they are people's or hold people's.

    That is so where no program lies in any of them directly, and what lies below is called neither as a
    homework is, nor as people call the folders in their own, nor everywhere the same. Below an exercise's
    folder it is the files that may be called as people.
    """
    below: dict[str, set[str]] = defaultdict(set)
    files: dict[str, set[str]] = defaultdict(set)
    for entry in download.entries:
        if is_program(entry):
            depth = levels.person(entry.parts[:-1], asked)
            if depth >= 0:
                if depth == len(entry.parts) - 3 and levels.is_exercise(entry.parts[-2], asked):
                    files["/".join(entry.parts[:-1])].add(naming.plain(entry.parts[-1]))
                below[entry.parts[0]].add(
                    "/".join(entry.parts[depth + 1 : depth + 2][: len(entry.parts) - depth - 2])
                )
    seen = set().union(*below.values())
    named = {name for names in files.values() if len(names) > 1 for name in names}
    if (
        levels.are_counted(below)
        and named
        and not any(levels.is_common(name) or naming.told(name, asked.exercises) for name in named)
    ):
        return frozenset(below)
    if "" in seen or (len(seen) == 1 and len(below) > 1 and not levels.are_counted(below)):
        return frozenset()
    if all(
        levels.is_label(name)
        or levels.is_within(name)
        or levels.is_around(name)
        or levels.is_exercise(name, asked)
        for name in seen
    ):
        return frozenset()
    return frozenset(below)
