"""Tell which of a student's files answers which exercise, and what the others are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from grader.intake import naming
from grader.intake.entry import Refused
from grader.intake.layouts import rivals
from grader.intake.layouts.attempts import Desk, choose
from grader.intake.layouts.candidates import Candidate, candidates, complete, defines_any, is_meant
from grader.intake.layouts.people import Student
from grader.intake.layouts.tree import code, levels
from grader.intake.layouts.tree.found import (
    JUNK,
    Asked,
    Handed,
    Owned,
    is_kept_copy,
    is_program,
    refused,
    why_not,
)
from grader.words.catalogue import sentence

BY_HAND = frozenset({"flat", "folders", "github"})
"""Layouts in which a folder may be nobody's; a platform makes none without a person."""


PAPER = re.compile(r"\.(?:pdf|docx?|odt|rtf|pages|jpe?g|png|heic)$", re.IGNORECASE)
"""Endings of what people hand in who have worked on paper, or in a text program."""


def answers(
    student: Student, rows: Sequence[Owned], platform: str, asked: Asked
) -> tuple[list[Handed], list[Refused]]:
    """Return one student's answers, and the files that are none, with the reasons."""
    desk = Desk(student, platform, asked, [], [])
    closed = [row for row in rows if row.entry.fault]
    programs = [row for row in rows if is_program(row.entry)]
    desk.left += [Refused(row.entry.path, row.entry.fault, doubt=True) for row in closed]
    copies = [row for row in rows if is_kept_copy(row.entry)]
    no_programs(
        desk,
        [row for row in rows if not (row.entry.fault or is_program(row.entry) or is_kept_copy(row.entry))],
        not (programs or closed),
    )
    groups: dict[str, list[Candidate]] = defaultdict(list)
    others: list[Owned] = []
    for row in programs:
        made = candidates(row, programs, asked)
        if isinstance(made, Refused):
            desk.left.append(made)
        elif not made:
            others.append(row)
        for one in made if isinstance(made, list) else []:
            groups[one.exercise].append(one)
    if is_class(desk, groups.values()):
        why = sentence("left.class")
        files = {one.row.entry.path for group in groups.values() for one in group}
        desk.left += [Refused(path, why, doubt=True) for path in sorted(files)]
        groups.clear()
    for exercise in rivals.unbegun(groups, student.id, asked) if len(groups) > 1 else ():
        why = sentence("left.unbegun", exercise=exercise)
        desk.left += [Refused(one.row.entry.path, why) for one in groups.pop(exercise)]
    for group in groups.values():
        choose(desk, group, programs)
    held_back(desk, closed)
    without_exercise(desk, others)
    kept_copies(desk, copies)
    return [noted(one, desk) for one in desk.handed], desk.left


def is_class(desk: Desk, groups: Iterable[Sequence[Candidate]]) -> bool:
    """Tell whether one person's archive seems to hold everybody's folders: an exercise in several of them.

    Folders for drafts, weeks and exercises are a person's own.
    """
    if desk.platform not in BY_HAND or desk.asked.is_known(desk.student.id):
        return False
    return any(
        len(names) > 1 and not any(is_own_folder(name, desk.asked) for name in names)
        for group in groups
        for names in folders_beside(group)
    )


def folders_beside(group: Sequence[Candidate]) -> list[set[str]]:
    """Return the names of folders with one exercise's files that lie side by side in an archive."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in group:
        *around, folder = one.row.entry.inner[:-1] or ("",)
        if folder:
            found[(one.row.entry.name, *around)].add(folder)
    return list(found.values())


def is_own_folder(name: str, asked: Asked) -> bool:
    """Tell whether a folder's name is one that people give to a part of their work."""
    own = (levels.is_draft, levels.is_within, levels.is_label, levels.is_common)
    return any(is_so(name) for is_so in own) or levels.is_exercise(name, asked)


def no_programs(desk: Desk, rows: Sequence[Owned], alone: bool) -> None:
    """Leave out what is no program; of somebody who handed in nothing else, it may be meant as an answer."""
    real = [row for row in rows if alone and not JUNK.search(row.entry.path)]
    meant = [row for row in real if is_meant(row, desk.asked)]
    sure = desk.platform not in BY_HAND or desk.asked.roster is not None
    papers = [row for row in real if PAPER.search(row.entry.path)]
    doubtful = meant or (real if sure else papers if desk.platform == "folders" else [])[:1]
    for row in rows:
        why = why_not(row.entry)
        if row in doubtful and not meant:
            why += sentence("left.nothing", name=desk.student.name)
        desk.left.append(Refused(row.entry.path, why, doubt=row in doubtful))


def kept_copies(desk: Desk, rows: Sequence[Owned]) -> None:
    """Leave out what Jupyter keeps of notebooks; where nothing else answers an exercise, that is in doubt."""
    named = {one.name for one in desk.left if one.doubt}
    for row in rows:
        told = naming.told(row.names[0], desk.asked.exercises)
        here = {told.exercise} if told else {*complete(row.entry, desk.asked)}
        lost = bool(here - {one.exercise for one in desk.handed}) and not named
        desk.left.append(
            Refused(row.entry.path, sentence("left.kept_copy") if lost else why_not(row.entry), doubt=lost)
        )


def noted(one: Handed, desk: Desk) -> Handed:
    """Say of an answer that it holds another exercise, too, which its student has not answered otherwise."""
    answered = {other.exercise for other in desk.handed}
    more = [id for id in complete(one.entry, desk.asked) if id not in answered]
    if not more or one.exercise not in complete(one.entry, desk.asked):
        return one
    return replace(one, how=one.how + sentence("left.how.more", exercises=" + ".join(more)))


def held_back(desk: Desk, closed: Sequence[Owned]) -> None:
    """Take back answers that are older than an archive that cannot be opened: that may hold the newest."""
    for row in closed:
        told = naming.told(row.names[0], desk.asked.exercises) if row.names else None
        for one in [*desk.handed]:
            if one.order < row.order and (told is None or told.exercise == one.exercise):
                why = sentence("left.earlier.closed", other=row.entry.path)
                desk.handed.remove(one)
                desk.left.append(Refused(one.entry.path, why, doubt=True))


def without_exercise(desk: Desk, others: Sequence[Owned]) -> None:
    """Leave out what answers no exercise: a helper is loaded with its answer, anything else is named."""
    loaded = {entry.path: one.entry.file for one in desk.handed for entry in one.helpers.values()}
    for row in others:
        path = row.entry.path
        if path in loaded:
            desk.left.append(Refused(path, sentence("left.loaded", other=loaded[path])))
        elif lacking := lacked(desk, row):
            desk.left.append(Refused(path, lacking, doubt=True))
        else:
            # Beside an answer it is somebody's experiment; alone it may be the answer itself.
            desk.left.append(refused(row.entry, unanswered(row, desk.asked), doubt=not desk.handed))


def unanswered(row: Owned, asked: Asked) -> str:
    """Say why a program answers no exercise: it names none, or holds nothing that the one named asks for."""
    told = naming.told(row.names[0], asked.exercises) if row.names else None
    exercise = told.exercise if told else asked.exercise
    if exercise and defines_any(row, exercise, asked) is False:
        return sentence("left.unanswered", exercise=exercise)
    if told:
        return sentence("left.beside", exercise=exercise)
    if exercise:
        return sentence("left.not_only", exercise=exercise)
    return sentence("left.unnamed")


def lacked(desk: Desk, row: Owned) -> str:
    """Say which function a file defines that an answer of the same person does not name; or nothing."""
    here = code.defined(row.entry)
    for one in desk.handed:
        words = code.words(one.entry).union(*map(code.words, one.helpers.values()))
        if found := sorted((here & desk.asked.functions.get(one.exercise, frozenset())) - words):
            return sentence("left.lacking", function=found[0], other=one.entry.path)
    return ""


def blind(handed: Sequence[Handed], students: Sequence[Student], asked: Asked) -> list[Refused]:
    """Return the answers of numbers that meant other people in an earlier assignment."""
    hidden = {one.id for one in students if one.blind}
    here = {one.exercise for one in handed}
    why = sentence("left.blind")
    return [
        Refused(one.entry.path, why, doubt=True)
        for one in handed
        if one.student in hidden and asked.answered.get(one.student, frozenset()) - here
    ]
