"""What grading an exercise needs, made ready once for all of its submissions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.course import seeds
from grader.course.course import Course
from grader.course.engine import engine
from grader.course.page_processes import make_keys
from grader.course.student_keys import student_keys
from grader.errors import GraderError, UsageError
from grader.gradebook.packing import scenario_digest
from grader.gradebook.paths import write
from grader.intake.submission import Handout
from grader.keys import keyhead
from grader.keys.key import AnswerKey
from grader.words.catalogue import sentence


@dataclass(frozen=True)
class Ready:
    """An exercise's key with the digests by which the gradebook knows it and its scenarios."""

    key: AnswerKey
    digest: str
    scenarios: tuple[bytes, ...]
    handout: Handout


def ready(course: Course, id: str) -> Ready:
    """Return an exercise, ready to grade.

    Raises:
        GraderError: its page or its key is at fault.
    """
    return ready_with(course, id, course.key(id))


def ready_with(course: Course, id: str, key: AnswerKey) -> Ready:
    """Return an exercise, ready to grade by a key of it."""
    return Ready(key, digest(key), tuple(map(scenario_digest, key.scenarios)), course.handout(id))


def digest(key: AnswerKey) -> str:
    """Return what is the same as long as a grade by this key, and by this grader, stays the same."""
    return hashlib.sha256(f"{key.id} {key.digest} {key.seed} {engine()}".encode()).hexdigest()[:16]


def draw_anew(home: Course, ids: Sequence[str], record: Path) -> None:
    """Make keys on fresh inputs, so that what leaked of the old ones is worthless; note their seeds.

    Raises:
        GraderError: a page does not hold, the record cannot be written, or each student has other numbers.
    """
    if home.per_student:
        raise UsageError(sentence("refused.batch.fresh", path=home.root))
    make_keys(home.root, [home.page(id) for id in ids], fresh=True)
    known = record.read_text(encoding="utf-8") if record.is_file() else ""
    write(record, known + "".join(f"{id} {keyhead.seed(home.key_path(id))}\n" for id in ids))


def demand_seed(course: Course, record: Path) -> None:
    """Raise UsageError where students' numbers were drawn from another seed than the course has now."""
    number = noted_seed(record) if course.per_student else ""
    if number and number != str(seeds.of_course(course)):
        raise UsageError(sentence("refused.batch.seed", path=record, number=number))


def note_seed(course: Course, record: Path) -> None:
    """Note beside the gradebook from which seed each student's numbers are drawn, so that they can be again.

    Raises:
        UsageError: the course has another seed by now, or a damaged one.
    """
    demand_seed(course, record)
    if course.per_student and not noted_seed(record):
        known = record.read_text(encoding="utf-8") if record.is_file() else ""
        write(record, f"{known}per-student {seeds.secret(course)}\n")


def noted_seed(record: Path) -> str:
    """Return the seed that was noted for students' numbers, empty where none was."""
    lines = record.read_text(encoding="utf-8").splitlines() if record.is_file() else []
    return next((line.partition(" ")[2] for line in lines if line.startswith("per-student ")), "")


def all_ready(course: Course, ids: Iterable[str]) -> Mapping[str, Ready | str]:
    """Return every exercise ready to grade, or the sentence that says what is wrong with it."""
    found: dict[str, Ready | str] = {}
    for id in ids:
        try:
            found[id] = ready(course, id)
        except GraderError as fault:
            found[id] = str(fault)
    return found


def own_ready(course: Course, asked: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Ready | str]:
    """Return exercises with each student's own numbers, by exercise and student; nothing in other courses."""
    found: dict[tuple[str, str], Ready | str] = {}
    students: dict[str, set[str]] = {}
    for id, student in asked if course.per_student else ():
        students.setdefault(id, set()).add(student)
    for id, names in students.items():
        try:
            keys = student_keys(course, id, sorted(names))
        except GraderError as fault:
            found |= {(id, name): str(fault) for name in names}
        else:
            found |= {(id, name): ready_with(course, id, key) for name, key in keys.items()}
    return found


@dataclass
class Exercises:
    """What submissions are graded by: exercises that a run has made ready, others when asked for."""

    home: Course
    known: dict[str, Ready | str] = field(default_factory=dict)
    own: dict[tuple[str, str], Ready | str] = field(default_factory=dict)

    def of(self, id: str, student: str) -> Ready | None:
        """Return what a student's submission is graded by; None where the exercise's page does not hold.

        And none where its key is not made yet, which takes long, and nothing of it was just handed in.
        """
        if id not in self.known:
            self.known |= {id: "its key is old"} if self.home.is_stale(id) else all_ready(self.home, [id])
        found = self.known[id]
        if self.home.per_student and isinstance(found, Ready):
            if (id, student) not in self.own:
                self.own |= own_ready(self.home, [(id, student)])
            found = self.own.get((id, student), found)
        return found if isinstance(found, Ready) else None
