"""Files as a person sorts them: ``alice_quadratic.py``, ``alice/quadratic.py``, ``quadratic/alice.py``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts import levels
from grader.intake.layouts.found import JUNK, UNNAMED, Asked, Download, Owned, is_program, names_of, refused
from grader.intake.roster import Owner

_VERSION = re.compile(
    r"(?:v|version|final|draft|new|old|fixed|solution|copy|rev|try|attempt)?[\s_.-]*\d{0,3}", re.I
)
"""What people put behind a file's name that is no person's."""


_VERSION_BEFORE = re.compile(
    r"(?:(?:v|version|final|draft|rev|try|attempt|copy)[\s_.-]*\d{0,3}|\d{1,3})[\s_.-]+(?=[^\W\d_])", re.I
)
"""The same before a person's name: ``forward_final_Ada King``, or ``forward 1_Ada King``."""

_SEVERAL = re.compile(r"[^\W_]\s*[+&]\s*[^\W\d_]")
"""Two names in one: ``ada+bo``, ``Ada & Bo``."""


def flat(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield files whose names hold the student and the exercise: ``alice_quadratic.py``."""
    for entry in download.entries:
        if len(entry.parts) > 1:
            yield refused(entry, "lies in a folder, where the other files lie side by side", doubt=True)
        else:
            yield by_name(entry, asked)


def by_name(entry: Entry, asked: Asked, exercise: str = "") -> Owned | Refused:
    """Read one name: what stands before the exercise is the student, or what stands behind it."""
    outer = entry.parts[-1]
    if not (is_program(entry) or entry.fault or is_meant(entry, asked)):
        return refused(entry, "")
    name = outer if naming.kind(outer) else re.sub(r"(\.tar)?\.\w+(\s*\(\d+\))?$", "", outer)
    found = naming.told(name, asked.exercises)
    inside = tuple(reversed(entry.inner))
    if found is None:
        whole = naming.plain(name)
        student, rest = whose(whole), exercise
        told = asked.exercise or exercise or inside or entry.fault or asked.is_known(student)
        if not told and (student == whole or levels.is_common(student)):
            return refused(entry, UNNAMED, doubt=True)
    else:
        student = person(found, asked)
        # What stands behind is the version, or the person: that one's name says no less what it is of.
        behind = "" if student == behind_it(found) else found.behind
        rest = f"{found.exercise}_{behind}".rstrip("_")
    if is_nobody(student) or is_unsaid(student, asked) or is_other(student, found, asked):
        return refused(entry, f"names no student; call it alice_{outer}", doubt=True)
    if why := is_mixed(student, asked):
        return refused(entry, f"names no student that I can tell: {student!r} {why}", doubt=True)
    names = (*inside, f"{rest}.py" if rest else outer)
    return Owned(entry, Owner(student, user=student, name=student), names)


def is_meant(entry: Entry, asked: Asked) -> bool:
    """Tell whether a file that is no program may be somebody's answer by its name: ``alice_loss.pdf``."""
    stem = entry.parts[-1].rpartition(".")[0]
    return not JUNK.search(entry.path) and naming.told(stem, asked.exercises) is not None


def person(found: naming.Told, asked: Asked) -> str:
    """Return the student in a name that tells an exercise, empty where there is none."""
    unsaid = levels.is_label(found.before) or levels.is_around(found.before)
    if found.before and not (unsaid or is_unsaid(found.before, asked)):
        return whose(found.before)
    return "" if _VERSION.fullmatch(found.behind) else behind_it(found)


def behind_it(found: naming.Told) -> str:
    """Return the person behind an exercise in a name, without a version that stands between them."""
    version = _VERSION_BEFORE.match(found.behind)
    return whose(found.behind[version.end() :] if version else found.behind)


def is_unsaid(text: str, asked: Asked) -> bool:
    """Tell whether what stands in a person's place says what the file is, and nobody is called so."""
    return levels.is_filler(text) and not asked.is_known(text)


def is_nobody(student: str) -> bool:
    """Tell whether nothing stands in a person's place, or what names a homework or a download."""
    return not student or any(
        is_so(student) for is_so in (levels.is_label, levels.is_around, levels.is_within, levels.is_of_staff)
    )


def is_mixed(student: str, asked: Asked) -> str:
    """Say what beside a person stands in a person's place; an empty text for nothing, or somebody known."""
    if asked.is_known(student):
        return ""
    if re.search(r"~\d$", student):
        return "is a name that Windows has cut short; unpack the download into a folder near the root"
    if _SEVERAL.search(student):
        return "is several people's; name a roster with --roster, and give each a file"
    if levels.has_date(student):
        return "holds a date; name the layout with --layout"
    return "holds a homework's name; name a roster with --roster" if levels.has_label(student) else ""


def is_other(student: str, found: naming.Told | None, asked: Asked) -> bool:
    """Tell whether what stands in a person's place is another exercise's name, and nobody is called so."""
    named = naming.told(student, asked.exercises)
    if named is None or asked.is_known(student):
        return False
    return found is None or named.exercise != found.exercise


def whose(text: str) -> str:
    """Return the person in a text, without what names the homework or the version: ``hw1_ada_v2``.

    Google Classroom writes the person before the file's own name: ``Ada King - My work``.
    """
    person, _, rest = text.partition(" - ")
    if rest and levels.is_common(rest) and not levels.is_label(person):
        text = person
    return re.sub(r"^\((.+)\)$|^\[(.+)\]$", r"\1\2", levels.bare(text))


def folders(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield files in a folder a student, however deep, below weeks, exercises and groups."""
    unsure = doubtful(download, asked)
    by_file = named_by_file(download, asked)
    counted = in_attempts(download, asked)
    for entry in download.entries:
        above = entry.parts[:-1]
        depth = levels.person(above, asked)
        if not above:
            yield refused(entry, "lies in no student's folder", doubt=True)
        elif depth < 0 or (above in by_file and is_program(entry)):
            yield in_exercise(entry, above, asked)
        elif is_nobody_s(above[depth], asked):
            yield refused(entry, "lies in no student's folder", doubt=True)
        elif levels.is_number_of_platform(above[depth]) and not asked.is_known(above[depth]):
            why = (
                f"is in {above[depth]}, a hand-in's number; the platform's list that names people is missing"
            )
            yield refused(entry, why, doubt=True)
        elif above[0] in unsure and not any(asked.is_known(name) or levels.is_address(name) for name in above):
            below = above[depth + 1 :]
            rest = entry.parts[-1:] if all(levels.is_exercise(name, asked) for name in below) else below
            why = f"may be of {above[depth]} or of {'/'.join(rest)}"
            yield refused(entry, f"{why}; name a roster with --roster", doubt=True)
        elif why := is_mixed(levels.bare(above[depth]), asked):
            yield refused(entry, f"is in {above[depth]}, which {why}", doubt=True)
        else:
            name = levels.bare(above[depth])
            section = "/".join(part for part in above[:depth] if levels.is_group(part))
            owner = Owner(name, user=name, name=name, section=section)
            order = attempt(entry, depth) if naming.fold(name) in counted else 0
            own, *around = (*names_of(entry, depth + 1), *reversed(above[:depth]))
            names = (own, *(levels.plain(one, asked) for one in around))
            yield Owned(entry, owner, names, order=order)


def is_nobody_s(folder: str, asked: Asked) -> bool:
    """Tell whether a folder is named for anything but a person; a person may be called as an exercise is."""
    name = levels.bare(folder)
    return not asked.is_known(folder) and (is_nobody(name) or levels.is_exercise(name, asked))


def attempt(entry: Entry, depth: int) -> int:
    """Return the number of the attempt in whose folder a file lies, below the person's; 0 for none."""
    return next(filter(None, map(levels.attempt, entry.parts[depth + 1 : -1])), 0)


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
