"""What grading an exercise needs, made ready once for all of its submissions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.course.course import Course, engine
from grader.course.page_processes import make_keys
from grader.errors import GraderError
from grader.gradebook.packing import scenario_digest
from grader.gradebook.paths import write
from grader.intake.submission import Handout
from grader.keys import keyhead
from grader.keys.key import AnswerKey


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
    key = course.key(id)
    return Ready(key, digest(key), tuple(map(scenario_digest, key.scenarios)), course.handout(id))


def digest(key: AnswerKey) -> str:
    """Return what is the same as long as a grade by this key, and by this grader, stays the same."""
    return hashlib.sha256(f"{key.id} {key.digest} {key.seed} {engine()}".encode()).hexdigest()[:16]


def draw_anew(home: Course, ids: Sequence[str], record: Path) -> None:
    """Make keys on fresh inputs, so that what leaked of the old ones is worthless; note their seeds.

    Raises:
        GraderError: a page does not hold, or the record cannot be written.
    """
    make_keys(home.root, [home.page(id) for id in ids], fresh=True)
    known = record.read_text(encoding="utf-8") if record.is_file() else ""
    write(record, known + "".join(f"{id} {keyhead.seed(home.key_path(id))}\n" for id in ids))


def all_ready(course: Course, ids: Iterable[str]) -> Mapping[str, Ready | str]:
    """Return every exercise ready to grade, or the sentence that says what is wrong with it."""
    found: dict[str, Ready | str] = {}
    for id in ids:
        try:
            found[id] = ready(course, id)
        except GraderError as fault:
            found[id] = str(fault)
    return found
