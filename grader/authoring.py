"""What authors do with pages: make keys, write stubs and notebooks, prove."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader import keyfile, keymaker, page, stub
from grader.course import Course, engine
from grader.errors import PageError, UsageError
from grader.sandbox.client import Sandbox


def make_keys(course: Course, ids: Sequence[str], seed: int | None) -> None:
    """Make the keys of the named exercises, or of all; without a seed each keeps its own."""
    # What a page describes is its author's own code, so that any system that can run it will do.
    with Sandbox(demand="own") as sandbox:
        for id in ids or course.order:
            path = course.key_path(id)
            drawn = keyfile.seed(path) if seed is None else seed
            keyfile.save(keymaker.make(page.read(course.page(id)), sandbox, drawn), path, engine())


def write_stubs(course: Course, ids: Sequence[str], check: bool) -> list[str]:
    """Write the named stubs, or all; return a line for each that was not current."""
    course.refresh(ids or course.order)
    return [line for id in ids or course.order for line in write_stub(course, id, check)]


def write_stub(course: Course, id: str, check: bool) -> Iterable[str]:
    """Bring one stub up to date, or only say that it is not."""
    path, text = course.stub(id), stub.make(page.read(course.page(id)), course.key(id))
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    if check:
        yield f"{path}: is not what its page says; write it with `grade stub {id}`"
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        yield f"{path}: written"


def write_notebooks(course: Course, ids: Sequence[str], folder: Path | None) -> list[Path]:
    """Write starter notebooks of the named exercises, or of all; return their paths.

    Raises:
        UsageError: a file would be overwritten that is not the same; it may be somebody's work.
    """
    # Imported here, because a key is made without it.
    from grader.notebooks import starter

    course.refresh(ids or course.order)
    target = folder or course.root / "notebooks"
    own = (course.root / "templates",)
    made = {
        target / f"{id}.ipynb": starter.make(page.read(course.page(id)), course.key(id), own)
        for id in ids or course.order
    }
    for path, text in made.items():
        if path.exists() and path.read_text(encoding="utf-8") != text:
            raise UsageError(
                f"{path}: is there and differs; delete it, or name another folder with --out DIR"
            )
    target.mkdir(parents=True, exist_ok=True)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return list(made)


def prove(course: Course, ids: Sequence[str], as_json: bool) -> int:
    """Prove the named pages, or all, and print what is found; return the exit code, 3 for a fault."""
    # Imported here, because a key is made without them.
    from grader.prove import data, show
    from grader.prove.prove import prove_all
    from grader.report.terminal import screen

    proofs = []
    for proof in prove_all(course, ids):
        proofs.append(proof)
        if not as_json:
            sys.stdout.write(show.render(proof, screen(sys.stdout, os.environ)))
            sys.stdout.flush()
    if as_json:
        print(json.dumps(data.document(proofs), indent=1, allow_nan=False))
    return PageError.exit_code if any(proof.faults for proof in proofs) else 0
