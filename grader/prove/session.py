"""One `grade prove`: prove the named pages and print what is found, from memory where nothing has changed."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import click

from grader.course.course import Course
from grader.course.engine import rows_engine
from grader.errors import PageError
from grader.keys import keyhead
from grader.keys.making.rows import Rows
from grader.keys.staleness import text_digest
from grader.prove import data, record, show
from grader.prove.course_file import prove_course_file
from grader.prove.evidence.proof import Proof
from grader.prove.prove import prove_all
from grader.report.screen import screen

POLL = 0.2
"""Seconds between two looks at the pages."""


@dataclass(frozen=True)
class Asked:
    """What an author asked for: which pages (all where none is named), in which form, which check alone."""

    ids: tuple[str, ...] = ()
    as_json: bool = False
    only: str = ""

    def laid_out(self, proof: Proof) -> str:
        """Return a proof in the form that was asked for."""
        if self.as_json:
            return json.dumps(data.page(proof), allow_nan=False)
        return show.render(proof, screen(sys.stdout, os.environ))

    @property
    def form(self) -> str:
        """What the form hangs on, beside the proof."""
        return "json" if self.as_json else repr(screen(sys.stdout, os.environ))


@dataclass(frozen=True)
class Told:
    """A page's proof in the form that was asked for, and whether it found nothing."""

    id: str
    text: str
    sound: bool


def prove(course: Course, asked: Asked) -> int:
    """Prove pages and print what is found; return the exit code, 3 for a fault."""
    found = []
    for told in proofs(course, asked):
        found.append(told)
        if not asked.as_json:
            sys.stdout.write(told.text)
            sys.stdout.flush()
    if asked.as_json:
        pages = [json.loads(told.text) for told in found]
        print(json.dumps({"schema": data.SCHEMA, "pages": pages}, indent=1, allow_nan=False))
    return 0 if all(told.sound for told in found) else PageError.exit_code


def proofs(course: Course, asked: Asked) -> Iterator[Told]:
    """Yield the proofs in order, and say on a terminal how far they are."""
    if not asked.ids:
        for proof in prove_course_file(course):
            yield Told(proof.exercise, asked.laid_out(proof), sound=False)
    ids = asked.ids or course.order
    for id in ids:
        course.page(id)  # an unknown name is said before anything runs
    with closing(Rows(course.rows, rows_engine())) as rows:
        yield from told_by(course, asked, ids, rows)


def told_by(course: Course, asked: Asked, ids: Sequence[str], rows: Rows) -> Iterator[Told]:
    """Yield the proofs of some pages, remembered or new."""
    states = {id: record.digest(course, id) for id in ids}
    known = {id: remembered(rows, id, mark(asked, states[id])) for id in ids}
    missing = [id for id in ids if known[id] is None]
    fresh = prove_all(course, missing, asked.only) if missing else iter(())
    with click.progressbar(length=len(missing), file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for id in ids:
            told = known[id]
            if told is None:
                proof = next(fresh)
                bar.update(1)
                told = Told(id, asked.laid_out(proof), not proof.faults)
            keep(course, rows, asked, told, states[id])
            yield told


def keep(course: Course, rows: Rows, asked: Asked, told: Told, state: str) -> None:
    """Remember and note a proof, unless something was saved meanwhile: nobody knows then what was proved."""
    if record.digest(course, told.id) != state:
        return
    rows.keep(mark(asked, state), json.dumps([told.text, told.sound]).encode())
    if not asked.only:
        record.note(course, told.id, state if told.sound else "")


def mark(asked: Asked, state: str) -> str:
    """Return under what a page's proof in this form is remembered, by the digest of what was proved."""
    return f"proof {asked.form} {asked.only} {state}"


def remembered(rows: Rows, id: str, mark: str) -> Told | None:
    """Return the proof of a page that is as it was; None where there is none, or it is damaged."""
    try:
        return Told(id, *json.loads(rows.find(mark) or b""))
    except keyhead.DAMAGED:
        return None


# ---- again at each save ----------------------------------------------------------------------------


def watch(course: Course, asked: Asked, pause: Callable[[float], object] = time.sleep) -> None:
    """Prove the pages, and each again when it is saved, until the author ends it with Ctrl-C."""
    ids = asked.ids or course.order
    seen: dict[str, str] = {}
    try:
        while True:
            now = {id: state(course, id) for id in ids}
            changed = tuple(id for id in ids if now[id] not in ("", seen.get(id)))
            if changed:
                prove(course, Asked(changed, asked.as_json, asked.only))
            seen |= {id: now[id] for id in changed}
            pause(POLL)
    except KeyboardInterrupt:
        return


def state(course: Course, id: str) -> str:
    """Return what changes when a page, its stub or its data are saved; empty while they cannot be read."""
    try:
        stub = course.stub(id)
        return text_digest(course.root / "solutions" / f"{id}.py") + (
            str(stub.stat().st_mtime_ns) if stub.is_file() else ""
        )
    except OSError:
        return ""
