"""Is an exercise sound? Grade every program its page describes, and say what is wrong with the page."""

from __future__ import annotations

import os
import queue
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import chain
from pathlib import Path

from grader.course import seeds
from grader.course.course import Course
from grader.course.engine import rows_engine
from grader.errors import PageError
from grader.keys.making.remembering import Remembering, Watching
from grader.keys.making.rows import Rows
from grader.pages import page
from grader.prove import part, scripts
from grader.prove.bits import bits
from grader.prove.course_file import prove_course_file
from grader.prove.evidence.proof import Evidence, Fault, Proof
from grader.prove.gather import gather, plain
from grader.prove.programs import (
    checks,
    uses,
)
from grader.prove.rules import OF_SCRIPTS, RULES
from grader.prove.texts import (
    texts,
)
from grader.prove.texts.translations import untrue_translations
from grader.release.translate import untranslated
from grader.sandbox.client import Sandbox
from grader.sandbox.zygotes import Zygotes

WORKERS = min(4, os.cpu_count() or 1)
"""Pages proved at a time; each has a sandbox of its own, and most of the work is done there."""

SLOW = 0.5
"""Seconds from which on a check is worth a note: every student waits for it, and every proof forty times."""


def prove(
    path: Path, sandbox: Watching, seed: int = 0, committed: str | None = None, only: str = ""
) -> Proof:
    """Prove one page, given its committed stub; with ``only`` what concerns that check.

    Raises:
        SandboxError: the sandbox failed; nothing is known of the page.
    """
    started = time.monotonic()
    try:
        exercise = part.around(page.read(path), only) if only else page.read(path)
        look = scripts.gather if exercise.is_script else gather
        evidence = look(exercise, sandbox, seed, committed)
    except PageError as fault:
        return Proof(path.stem, str(path), (Fault("page", fault.line, plain(fault)),))
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as fault:
        return Proof(path.stem, str(path), (Fault("page", 0, stumbled(fault)),))
    rules = OF_SCRIPTS if exercise.is_script else RULES
    course = Course(path.parent.parent)
    found = chain(
        (fault for rule in rules for fault in rule(evidence)), untrue_translations(course, path.stem)
    )
    faults = tuple(fault for fault in found if not only or fault.rule in part.RULES)
    return Proof(
        path.stem,
        str(path),
        faults,
        (*untranslated(course, evidence.key), *notes(evidence)),
        evidence,
        time.monotonic() - started,
    )


def stumbled(fault: Exception) -> str:
    """Return words for what no rule foresaw: one such page must not keep the others from their proofs."""
    where = traceback.extract_tb(fault.__traceback__)[-1]
    return (
        f"could not be worked through: {type(fault).__name__}: {fault} (in {Path(where.filename).name}, line "
        f"{where.lineno}); where no input or result of the page is to blame, this is a fault of the grader"
    )


def prove_all(course: Course, ids: Sequence[str], only: str = "") -> Iterator[Proof]:
    """Prove pages of a course, several at a time; yield the proofs in order."""
    if not ids:
        yield from prove_course_file(course)
    asked = ids or course.order
    for id in asked:
        course.page(id)  # an unknown name is said before anything runs
    with ExitStack() as stack, ThreadPoolExecutor(WORKERS) as pool:
        free: queue.SimpleQueue[Sandbox] = queue.SimpleQueue()
        zygotes = stack.enter_context(Zygotes(WORKERS))
        for _ in range(WORKERS):
            free.put(stack.enter_context(Sandbox(demand="own", zygotes=zygotes)))
        yield from pool.map(lambda id: prove_one(course, id, free, only), asked)


def prove_one(course: Course, id: str, free: queue.SimpleQueue[Sandbox], only: str) -> Proof:
    """Prove a course's page in the next free sandbox."""
    sandbox = free.get()
    try:
        with closing(Rows(course.rows, rows_engine())) as rows:
            remembering = Remembering(sandbox, rows)
            return prove(course.page(id), remembering, seeds.of(course, id), committed(course, id), only)
    finally:
        free.put(sandbox)


def committed(course: Course, id: str) -> str | None:
    """Return the stub that lies in the course, None where there is none."""
    try:
        return course.stub(id).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def notes(evidence: Evidence) -> Iterator[str]:
    """Yield what is worth knowing and no fault."""
    if evidence.exercise.small:
        yield from (f"{fault.message}; the page is small" for fault in texts.missing_programs(evidence))
    if evidence.exercise.is_script:
        return
    yield from bits(evidence)
    yield from uses.needless_uses(evidence)
    for place, check in enumerate(evidence.exercise.checks):
        if check.note and not checks.catches(evidence, place):
            yield f"the check {check.title!r} fails for no misconception: {check.note}"
        # The quickest of three runs, since another program may have had the processor meanwhile.
        seconds = min(
            row[place].seconds for row in (evidence.key.reference, *evidence.repeats["reference"].values())
        )
        if seconds > SLOW:
            yield f"the reference takes {seconds:.1f} s on the check {check.title!r}; would fewer updates do?"
