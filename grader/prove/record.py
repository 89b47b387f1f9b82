"""Which pages are proved: noted by ``grade prove``, asked by ``grade release``."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from grader.course import seeds
from grader.course.course import Course, engine
from grader.errors import PageError
from grader.keys.staleness import text_digest
from grader.prove.prove import committed, prove_all

NAME = "proofs"


def note(course: Course, id: str, sound: bool) -> None:
    """Note that a page is proved as it stands; where it has faults, that it is not."""
    known, state = course.noted(NAME), digest(course, id) if sound else ""
    if known.get(id) != state:
        course.note(NAME, {**known, id: state})


def digest(course: Course, id: str) -> str:
    """Return a digest of all that a proof depends on: page, seed, stub, translations, the grader's files."""
    stub = (committed(course, id) or "").encode()
    told = [path.read_bytes() for path in sorted(course.root.glob(f"solutions/*/{id}.*"))]
    known = f"{text_digest(course.page(id))} {seeds.of(course, id)} {engine()}".encode()
    parts = (known, stub, rules(), *told)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def rules() -> bytes:
    """Return the files of the grader that look for faults and write stubs."""
    folder = Path(__file__).parent
    return b"".join(
        path.read_bytes()
        for room in ("prove", "release", "grading")
        for path in sorted((folder.parent / room).rglob("*.py"))
    )


def demand(course: Course, ids: Sequence[str]) -> None:
    """Prove those pages whose proof is not current.

    Raises:
        PageError: one of them has a fault.
    """
    known = course.noted(NAME)
    stale = [id for id in ids if known.get(id) != digest(course, id)]
    if not stale:
        return
    print(f"grade: proving {', '.join(stale)} (once)", file=sys.stderr)
    for proof in prove_all(course, stale):
        note(course, proof.exercise, not proof.faults)
        if proof.faults:
            first = proof.faults[0]
            message = (
                f"{first.message}; see `grade prove {proof.exercise}`: a page with a fault is not released"
            )
            raise PageError(proof.path, first.line, message)
