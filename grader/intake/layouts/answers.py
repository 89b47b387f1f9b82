"""Tell which of a student's files answers which exercise, and which of several attempts counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts import code, levels
from grader.intake.layouts.found import JUNK, UNNAMED, Asked, Handed, Owned, is_program, refused, why_not
from grader.intake.layouts.people import Student
from grader.intake.modules import imported
from grader.intake.naming import WITHIN

BY_HAND = frozenset({"flat", "folders", "github"})
"""Layouts in which a folder may be nobody's; a platform makes none without a person."""

EACH_FILE = frozenset({"canvas"})
"""Platforms that number files, not attempts: two files of one attempt have two numbers."""


@dataclass(frozen=True)
class Candidate:
    """A file that may answer an exercise: how plainly it says so, and by what."""

    row: Owned
    exercise: str
    rank: int
    how: str = ""

    @property
    def depth(self) -> int:
        """How deep the file lies."""
        return len(self.row.entry.parts) + len(self.row.entry.inner)

    @property
    def is_draft(self) -> bool:
        """Whether it lies among drafts."""
        return any(map(levels.is_draft, (*self.row.entry.parts[:-1], *self.row.entry.inner[:-1])))


@dataclass
class Desk:
    """One student's files while they are sorted."""

    student: Student
    platform: str
    asked: Asked
    handed: list[Handed]
    left: list[Refused]


def answers(
    student: Student, rows: Sequence[Owned], platform: str, asked: Asked
) -> tuple[list[Handed], list[Refused]]:
    """Return one student's answers, and the files that are none, with the reasons."""
    desk = Desk(student, platform, asked, [], [])
    closed = [row for row in rows if row.entry.fault]
    programs = [row for row in rows if is_program(row.entry)]
    desk.left += [Refused(row.entry.path, row.entry.fault, doubt=True) for row in closed]
    no_programs(
        desk,
        [row for row in rows if not (row.entry.fault or is_program(row.entry))],
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
        why = "is in an archive with a folder for each of several people; name it itself, or unpack it"
        files = {one.row.entry.path for group in groups.values() for one in group}
        desk.left += [Refused(path, why, doubt=True) for path in sorted(files)]
        groups.clear()
    for group in groups.values():
        choose(desk, group, programs)
    held_back(desk, closed)
    without_exercise(desk, others)
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
    meant = [row for row in real if _is_meant(row, desk.asked)]
    sure = desk.platform not in BY_HAND or desk.asked.roster is not None
    doubtful = meant or (real[:1] if sure else [])
    for row in rows:
        why = why_not(row.entry)
        if row in doubtful and not meant:
            why += f"; nothing of {desk.student.name} can be graded"
        desk.left.append(Refused(row.entry.path, why, doubt=row in doubtful))


def noted(one: Handed, desk: Desk) -> Handed:
    """Say of an answer that it holds another exercise, too, which its student has not answered otherwise."""
    answered = {other.exercise for other in desk.handed}
    more = [id for id in _complete(one.entry, desk.asked) if id not in answered]
    if not more or one.exercise not in _complete(one.entry, desk.asked):
        return one
    return replace(one, how=f"{one.how}; it defines the functions of {' and '.join(more)}, too")


# ---- which exercise ------------------------------------------------------------------------------


def candidates(row: Owned, programs: Sequence[Owned], asked: Asked) -> list[Candidate] | Refused:
    """Return the exercises that a file answers, or why that cannot be told.

    It is one, by the name; a file whose names tell none may hold the functions of several.
    """
    made = _by_name(row, programs, asked)
    if made == []:
        return _by_functions(row, asked)
    return made if isinstance(made, list | Refused) else []


def _by_name(row: Owned, programs: Sequence[Owned], asked: Asked) -> list[Candidate] | Refused | None:
    """Return the exercise that a file's names tell, if they tell one, or why that cannot be.

    None is for a file that is there to be imported by another one.
    """
    found = [naming.told(name, asked.exercises) for name in row.names]
    own = found[0] if found else None
    plain = list(dict.fromkeys(one.exercise for one in found if one and one.rank != WITHIN))
    if own and own.rank != WITHIN:
        return _plainly(row, own, plain, programs, asked)
    if own and _defines_any(row, own.exercise, asked) is not False:
        more = [
            id for id in _complete(row.entry, asked) if id != own.exercise and naming.told(row.names[0], [id])
        ]
        both = [Candidate(row, id, WITHIN, "its name") for id in (own.exercise, *more)]
        return both if more else _checked(both[0], asked)
    for exercise in dict.fromkeys([*plain, *filter(None, [asked.exercise])]):
        defines = _defines_any(row, exercise, asked)
        if defines or (defines is None and len(programs) == 1) or (own is None and len(programs) == 1):
            how = "its folder" if exercise in plain else "--exercise"
            return _checked(Candidate(row, exercise, WITHIN, how), asked)
    return []


def _plainly(
    row: Owned, own: naming.Told, plain: Sequence[str], programs: Sequence[Owned], asked: Asked
) -> list[Candidate] | Refused | None:
    """Return the exercise of a file that is called just as one, unless its folder names another."""
    if _defines_any(row, own.exercise, asked) is False and _is_imported(row, programs, asked):
        return None  # a helper that happens to be called as an exercise is
    if len(plain) > 1 and (around := plain[1]) != own.exercise:
        beside = {told.exercise for one in programs if (told := naming.told(one.names[0], asked.exercises))}
        if around in beside:
            return None  # an earlier exercise, handed in beside the one that imports it
        defines = [_defines_any(row, exercise, asked) for exercise in (own.exercise, around)]
        if defines != [True, False]:
            why = f"is called {own.exercise} and lies in {around}; rename the file or the folder"
            return Refused(row.entry.path, why, doubt=True)
    return _checked(Candidate(row, own.exercise, own.rank, "its name"), asked)


def _is_imported(row: Owned, programs: Sequence[Owned], asked: Asked) -> bool:
    """Tell whether another answer of the same hand-in imports a file; a student's own test does not count."""
    name = naming.plain(row.names[0])
    for one in programs:
        told = naming.told(one.names[0], asked.exercises) if one is not row and one.names else None
        if told and _defines_any(one, told.exercise, asked) and name in imported(code.text(one.entry)):
            return True
    return False


def _checked(made: Candidate, asked: Asked) -> list[Candidate] | Refused:
    """Return a candidate, or say that it defines the functions of another exercise.

    Where exercises ask for functions of the same names, their parameters tell.
    """
    others = [id for id in _complete(made.row.entry, asked) if id != made.exercise]
    if _defines_any(made.row, made.exercise, asked) is not False:
        others = [id for id in others if _fits_better(made.row, id, made.exercise, asked)]
    if not others:
        return [made]
    why = f"is handed in for {made.exercise} and defines the functions of {' and '.join(others)}; rename it"
    return Refused(made.row.entry.path, why, doubt=True)


def _fits_better(row: Owned, other: str, own: str, asked: Asked) -> bool:
    """Tell whether a file has every parameter as another exercise names it, and not as its own does."""
    theirs, its, here = asked.parameters.get(other), asked.parameters.get(own), code.parameters(row.entry)
    if not theirs or not its:
        return False
    shared = [name for name in its if name in here]
    return all(here.get(name) == said for name, said in theirs.items()) and any(
        here[name] != its[name] for name in shared
    )


def _by_functions(row: Owned, asked: Asked) -> list[Candidate] | Refused:
    """Return the exercises whose functions a file defines, all of them; of the same functions only one."""
    exercises = _complete(row.entry, asked)
    names = [name for id in exercises for name in asked.functions[id]]
    if len(names) > len(set(names)):
        why = f"defines the functions of {' and '.join(exercises)}; hand in a file for each"
        return Refused(row.entry.path, why, doubt=True)
    return [Candidate(row, id, WITHIN, "the functions that it defines") for id in exercises]


def _is_meant(row: Owned, asked: Asked) -> bool:
    """Tell whether a file that is no program may be an answer all the same: ``loss.pdf``, ``loss.txt``."""
    name = row.names[0].rpartition(".")[0] if row.names else ""
    return naming.told(name, asked.exercises) is not None or bool(_complete(row.entry, asked))


def _complete(entry: Entry, asked: Asked) -> list[str]:
    """Return the exercises all of whose functions a file defines."""
    if not asked.functions:
        return []
    defined = code.defined(entry)
    whole = {id: names for id, names in asked.functions.items() if names and names <= defined}
    # An exercise that asks for some of another's functions is not what a file with all of those is for.
    return [id for id, names in whole.items() if not any(names < more for more in whole.values())]


def _defines_any(row: Owned, exercise: str, asked: Asked) -> bool | None:
    """Tell whether a file defines any of an exercise's functions, None where these are not known."""
    names = asked.functions.get(exercise)
    return None if not names else not names.isdisjoint(code.defined(row.entry))


# ---- which attempt -------------------------------------------------------------------------------


def choose(desk: Desk, group: Sequence[Candidate], programs: Sequence[Owned]) -> None:
    """Hand in those attempts of an exercise that count; leave out the others."""
    by_attempt: dict[int, list[Candidate]] = defaultdict(list)
    for one in group:
        by_attempt[one.row.order].append(one)
    newest, oldest = max(by_attempt), min(by_attempt)
    counting = {"last": {newest}, "first": {oldest}, "best": set(by_attempt)}[desk.asked.attempts]
    plainest = min(one.rank for one in group)
    for order, some in sorted(by_attempt.items()):
        if order not in counting:
            why = "is an earlier attempt" if order < newest else "is a later attempt, and the first counts"
            desk.left += [
                Refused(one.row.entry.path, "lies among drafts" if one.is_draft else why) for one in some
            ]
        elif desk.platform in EACH_FILE and min(one.rank for one in some) == WITHIN > plainest:
            unsure(desk, group)
            return
        else:
            settle(desk, some, programs)


def settle(desk: Desk, some: Sequence[Candidate], programs: Sequence[Owned]) -> None:
    """Hand in the one file of an attempt that answers an exercise; where that is open, none of them."""
    live = [one for one in some if not one.is_draft] or list(some)
    rank, depth = min(one.rank for one in live), min(one.depth for one in live)
    best = [one for one in live if (one.rank, one.depth) == (rank, depth)]
    if not best or len({(naming.kind(one.row.entry.file), code.content(one.row.entry)) for one in best}) > 1:
        unsure(desk, some)
        return
    winner = best[0]
    desk.left += [left_for(winner, one, desk.asked) for one in some if one is not winner]
    row = winner.row
    beside = [one for one in programs if one.order == row.order or desk.platform in EACH_FILE]
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
            how=winner.how,
            helpers=code.helpers(row, beside) if naming.kind(row.entry.file) else {},
        )
    )


def left_for(winner: Candidate, other: Candidate, asked: Asked) -> Refused:
    """Say which file of the same attempt counts, and doubt it where the other is as whole and not the same.

    A plainer name tells what counts, but not that ``forward_final.py`` beside it is no more than a draft.
    """
    path, one = other.row.entry.path, winner.row.entry
    rival = (
        other.depth == winner.depth
        and not other.is_draft
        and other.exercise in _complete(other.row.entry, asked)
        and code.content(other.row.entry) != code.content(one)
    )
    return Refused(path, f"is left for {one.path}{', and is not the same' if rival else ''}", doubt=rival)


def unsure(desk: Desk, some: Iterable[Candidate]) -> None:
    """Leave out files of which one counts: which one is not ours to guess."""
    why = "is one of several files for one exercise"
    desk.left += [Refused(one.row.entry.path, why, doubt=True) for one in some]


def held_back(desk: Desk, closed: Sequence[Owned]) -> None:
    """Take back answers that are older than an archive that cannot be opened: that may hold the newest."""
    for row in closed:
        told = naming.told(row.names[0], desk.asked.exercises) if row.names else None
        for one in [*desk.handed]:
            if one.order < row.order and (told is None or told.exercise == one.exercise):
                why = f"is an earlier attempt; the latest cannot be opened: {row.entry.path}"
                desk.handed.remove(one)
                desk.left.append(Refused(one.entry.path, why, doubt=True))


def without_exercise(desk: Desk, others: Sequence[Owned]) -> None:
    """Leave out what answers no exercise: a helper is loaded with its answer, anything else is named."""
    loaded = {entry.path: one.entry.file for one in desk.handed for entry in one.helpers.values()}
    for row in others:
        path = row.entry.path
        if path in loaded:
            desk.left.append(Refused(path, f"is loaded with {loaded[path]}"))
        else:
            # Beside an answer it is somebody's experiment; alone it may be the answer itself.
            desk.left.append(refused(row.entry, UNNAMED, doubt=not desk.handed))


def blind(handed: Sequence[Handed], students: Sequence[Student], asked: Asked) -> list[Refused]:
    """Return the answers of numbers that meant other people in an earlier assignment."""
    hidden = {one.id for one in students if one.blind}
    here = {one.exercise for one in handed}
    why = "is from a number that means another person in every assignment; name a roster with --roster"
    return [
        Refused(one.entry.path, f"{why}, or another gradebook with --grades", doubt=True)
        for one in handed
        if one.student in hidden and asked.answered.get(one.student, frozenset()) - here
    ]
