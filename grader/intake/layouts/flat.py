"""Files side by side, as a person names them: ``alice_quadratic.py``, ``loss - Bo Li.ipynb``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import levels
from grader.intake.layouts.tree.found import JUNK, Asked, Download, Owned, is_program, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_VERSION = re.compile(
    r"(?:v|version|final|draft|new|old|fixed|solution|copy|rev|try|attempt)?[\s_.-]*\d{0,3}", re.I
)
"""What people put behind a file's name that is no person's."""


_VERSION_BEFORE = re.compile(
    r"(?:(?:v|version|final|draft|rev|try|attempt|copy)[\s_.-]*\d{0,3}|\d{1,3}|\(\d{1,3}\))[\s_.-]+(?=[^\W\d_])",
    re.I,
)
"""The same before a person's name: ``forward_final_Ada King``, ``forward 1_Ada``, ``forward (1) - Ada``."""

_SEVERAL = re.compile(r"[^\W_](?:\s*[+&]\s*|\s+(?:and|und|et)\s+)[^\W\d_]", re.I)
"""Two names in one: ``ada+bo``, ``Ada & Bo``, ``Ada and Bo``; *y* stands in names of one person, too."""


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield files whose names hold the student and the exercise: ``alice_quadratic.py``."""
    for entry in download.entries:
        if len(entry.parts) > 1:
            yield refused(entry, sentence("left.in_folder"), doubt=True)
        else:
            yield by_name(entry, asked)


def by_name(entry: Entry, asked: Asked, exercise: str = "") -> Owned | Refused:
    """Read one name: what stands before the exercise is the student, or what stands behind it."""
    outer = entry.parts[-1]
    if not (is_program(entry) or entry.fault or is_meant(entry, asked)):
        return refused(entry, "")
    name = outer if naming.kind(outer) else re.sub(r"(\.tar)?\.\w+(\s*\(\d+\))?$", "", outer)
    if entry.inner[:1] == (
        name,
    ):  # a repository's zip is called after the branch, and so is the folder in it
        name = re.sub(r"-(main|master)$", "", name)
    found = naming.told(name, asked.exercises)
    inside = tuple(reversed(entry.inner))
    if found is None:
        whole = naming.plain(name)
        student, rest = whose(whole), exercise
        told = asked.exercise or exercise or inside or entry.fault or asked.is_known(student)
        if not told and (student == whole or levels.is_common(student)):
            return refused(entry, sentence("left.unnamed"), doubt=True)
    else:
        student = person(found, asked)
        # What stands behind is the version, or the person: that one's name says no less what it is of.
        behind = "" if student == behind_it(found) else found.behind
        rest = f"{found.exercise}_{behind}".rstrip("_")
    student, order = levels.addressed(student)
    if is_nobody(student) or is_unsaid(student, asked) or is_other(student, found, asked):
        return refused(entry, sentence("left.no_student", file=outer), doubt=True)
    if why := is_mixed(student, asked):
        return refused(entry, sentence("left.mixed.file", name=student, why=why), doubt=True)
    names = (*inside, f"{rest}.py" if rest else outer)
    return Owned(entry, Owner(student, user=student, name=student), names, order=order)


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
        return sentence("left.mixed.cut")
    if _SEVERAL.search(student) and not levels.is_address(student):
        return sentence("left.mixed.several")
    if levels.has_date(student):
        return sentence("left.mixed.date")
    if meant := naming.misspelt(student, asked.exercises):
        return sentence("left.mixed.meant", meant=meant)
    return sentence("left.mixed.label") if levels.has_label(student) else ""


def is_other(student: str, found: naming.Told | None, asked: Asked) -> bool:
    """Tell whether what stands in a person's place is another exercise's name, and nobody is called so."""
    named = naming.told(student, asked.exercises)
    if named is None or asked.is_known(student):
        return False
    return found is None or named.exercise != found.exercise


def whose(text: str) -> str:
    """Return the person in a text, without what names the homework or the version: ``hw1_ada_v2``.

    Google Classroom writes the person before the file's own name, ``Ada King - My work``; Google's forms
    behind it.
    """
    person, _, rest = text.partition(" - ")
    if rest and levels.is_common(rest) and not levels.is_label(person):
        text = person
    elif rest and levels.is_filler(person):
        text = rest
    return re.sub(r"^\((.+)\)$|^\[(.+)\]$", r"\1\2", levels.bare(text))
