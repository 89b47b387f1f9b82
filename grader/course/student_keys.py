"""Keys with numbers of each student's own, where course.toml says ``seed = "per student"``."""

from __future__ import annotations

import hmac
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.course import seeds
from grader.course.course import Course
from grader.course.engine import engine
from grader.course.page_processes import make_keys
from grader.errors import UsageError
from grader.keys import keyfile, keyhead
from grader.keys.key import AnswerKey
from grader.keys.staleness import text_digest
from grader.words.plain import many

REMEDY = 'write seed = "per student" at the top of course.toml'


def seed_of(course: Course, id: str, student: str) -> int:
    """Return the seed of a student's inputs: a hash of exercise and student, keyed by the course's own seed.

    Whoever has that seed draws the same inputs again, at any time and on any machine.

    Raises:
        UsageError: the course's seed is damaged.
    """
    return int.from_bytes(keyed(course, f"{id}\0{student}")[:16], "big")


def keyed(course: Course, text: str) -> bytes:
    """Return a hash of a text that nobody can make who lacks the course's own seed."""
    return hmac.digest(str(seeds.secret(course)).encode(), text.encode(), "sha256")


def path_of(course: Course, id: str, student: str) -> Path:
    """Return where a student's key lies; the name of the file tells nobody's id."""
    name = keyed(course, student).hex()[:24]
    return course.root / ".grade" / "keys" / "students" / id / f"{name}.json"


def student_keys(course: Course, id: str, students: Sequence[str]) -> Mapping[str, AnswerKey]:
    """Return the keys of some students, those that are not current made anew; nothing in other courses.

    Raises:
        GraderError: as ``Course.key`` does.
    """
    if not course.per_student or course.released:
        return {}
    course.refresh([id])
    told, made_by = text_digest(course.page(id)), engine()
    paths = {student: path_of(course, id, student) for student in students}
    stale = [
        student
        for student, path in paths.items()
        if keyhead.stale(path, told, made_by, of="page") or keyhead.seed(path) != seed_of(course, id, student)
    ]
    if stale:
        print(f"grade: drawing {id} for {many(len(stale), 'student')} (once)", file=sys.stderr)
        make_keys(course.root, [course.page(id)], students=stale)
    return {student: loaded(course, id, student, path) for student, path in paths.items()}


def loaded(course: Course, id: str, student: str, path: Path) -> AnswerKey:
    """Return a student's key, which is current; drawn anew where it is damaged behind its first line."""
    try:
        return keyfile.load(path)
    except UsageError:
        make_keys(course.root, [course.page(id)], students=[student])
        return keyfile.load(path)


def student_key(course: Course, id: str, student: str) -> AnswerKey:
    """Return a student's key; without a student the course's own.

    Raises:
        UsageError: the course draws the same numbers for everybody.
        GraderError: as ``Course.key`` does.
    """
    if not student:
        return course.key(id)
    if not course.per_student:
        raise UsageError(f"{course.root}: draws the same numbers for everybody; {REMEDY}")
    return student_keys(course, id, [student])[student]
