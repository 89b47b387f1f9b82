"""Keys with numbers of each student's own, where course.toml says ``seed = "per student"``."""

from __future__ import annotations

import hashlib
import hmac
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.course import seeds
from grader.course.course import Course, engine
from grader.course.page_processes import make_keys
from grader.errors import UsageError
from grader.keys import keyfile, keyhead
from grader.keys.key import AnswerKey
from grader.keys.staleness import text_digest

REMEDY = 'write seed = "per student" at the top of course.toml'


def seed_of(course: Course, id: str, student: str) -> int:
    """Return the seed of a student's inputs: a hash of exercise and student, keyed by the course's own seed.

    Whoever has that seed draws the same inputs again, at any time and on any machine.
    """
    seeds.plant(course)
    secret = str(seeds.of_course(course)).encode()
    return int.from_bytes(hmac.digest(secret, f"{id}\0{student}".encode(), "sha256")[:16], "big")


def path_of(course: Course, id: str, student: str) -> Path:
    """Return where a student's key lies; the name of the file tells nobody's id."""
    name = hashlib.sha256(student.encode()).hexdigest()[:24]
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
        print(f"grade: drawing {id} for {len(stale)} students (once)", file=sys.stderr)
        make_keys(course.root, [course.page(id)], students=stale)
    return {student: keyfile.load(path) for student, path in paths.items()}


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
