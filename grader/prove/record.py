"""Which pages are proved: noted by ``grade prove``, asked by ``grade release``."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import grader
from grader.course import seeds
from grader.course.course import Course
from grader.errors import PageError
from grader.keys.staleness import installed, text_digest
from grader.prove.prove import committed, prove_all

NAME = "proofs"


def note(course: Course, id: str, state: str) -> None:
    """Note with which ``digest`` a page is proved; where it has faults, an empty one."""
    known = course.notes.noted(NAME)
    if known.get(id) != state:
        course.notes.note(NAME, {**known, id: state})


def digest(course: Course, id: str) -> str:
    """Return a digest of all that a proof depends on: page, seed, stub, translations, the grader's files."""
    stub = (committed(course, id) or "").encode()
    beside = sorted(course.root.glob(f"solutions/*/{id}.*"))
    told = [path.read_bytes() for path in beside if path.parent.name != "__pycache__"]
    known = f"{text_digest(course.page(id))} {seeds.of(course, id)}".encode()
    parts = (known, stub, rules(), *told)
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def rules() -> bytes:
    """Return the grader's programs and sentences, and the versions of what programs run with."""
    folder = Path(grader.__file__).parent
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".toml", ".po")]
    libraries = " ".join(map(installed, ("python", "numpy", "torch")))
    return b"".join((libraries.encode(), *(path.read_bytes() for path in files)))


def demand(course: Course, ids: Sequence[str]) -> None:
    """Prove those pages whose proof is not current.

    Raises:
        PageError: one of them has a fault, or was saved meanwhile.
    """
    known = course.notes.noted(NAME)
    states = {id: digest(course, id) for id in ids}
    stale = [id for id in ids if known.get(id) != states[id]]
    if not stale:
        return
    print(f"grade: proving {', '.join(stale)} (once)", file=sys.stderr)
    for proof in prove_all(course, stale):
        id = proof.exercise
        if digest(course, id) != states[id]:
            raise PageError(course.page(id), 0, "was saved while it was proved; run this again")
        note(course, id, "" if proof.faults else states[id])
        if proof.faults:
            first = proof.faults[0]
            message = f"{first.message}; see `grade prove {id}`: a page with a fault is not released"
            raise PageError(proof.path, first.line, message)
