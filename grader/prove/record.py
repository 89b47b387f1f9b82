"""Which pages are proved: noted by ``grade prove``, asked by ``grade release``."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.course.course import Course, engine
from grader.errors import PageError
from grader.prove.proof import Proof
from grader.prove.prove import committed, prove_all

NAME = "proofs"


def note(course: Course, proof: Proof) -> None:
    """Note that a page is proved as it stands; where it has faults, that it is not."""
    known = course.noted(NAME)
    if proof.exercise in course.order:
        state = "" if proof.faults else digest(course, proof.exercise)
        course.note(NAME, {**known, proof.exercise: state})


def digest(course: Course, id: str) -> str:
    """Return a digest of all that a proof depends on: page, stub, the grader's own files."""
    rules = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    stub = (committed(course, id) or "").encode()
    parts = (course.page(id).read_bytes(), stub, engine().encode(), rules)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


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
        note(course, proof)
        if proof.faults:
            first = proof.faults[0]
            message = (
                f"{first.message}; see `grade prove {proof.exercise}`: a page with a fault is not released"
            )
            raise PageError(proof.path, first.line, message)
