"""Is an exercise sound? Grade every program its page describes, and say what is wrong with the page."""

from __future__ import annotations

import os
import queue
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from types import MappingProxyType

from grader.course import seeds
from grader.course.course import Course
from grader.course.engine import rows_engine
from grader.errors import PageError
from grader.keys.making.remembering import Remembering, Watching
from grader.keys.making.rows import Rows
from grader.pages import page
from grader.prove import (
    arithmetic,
    averaged,
    blind,
    changed,
    checks,
    claims,
    copies,
    docstrings,
    draws,
    examples,
    experiments,
    intermediates,
    labelled,
    labels,
    leaks,
    named,
    names,
    part,
    predictions,
    programs,
    quiet,
    reductions,
    references,
    results,
    scripts,
    sizes,
    slipped,
    special,
    stops,
    stories,
    tasks,
    texts,
    titles,
    typeset,
    unfailing,
    unpaid,
    uses,
    worked,
)
from grader.prove.bits import bits
from grader.prove.course_file import prove_course_file
from grader.prove.gather import gather, plain
from grader.prove.proof import Evidence, Fault, Proof
from grader.release.translate import untranslated
from grader.sandbox.client import Sandbox
from grader.sandbox.zygotes import Zygotes

WORKERS = min(4, os.cpu_count() or 1)
"""Pages proved at a time; each has a sandbox of its own, and most of the work is done there."""

SLOW = 0.5
"""Seconds from which on a check is worth a note: every student waits for it, and every proof forty times."""

RULES: Mapping[Callable[[Evidence], Iterator[Fault]], tuple[str, ...]] = MappingProxyType(
    {
        texts.too_few_programs: ("misconceptions", "alternatives"),
        texts.missing_hints: ("hints",),
        texts.repeated_hints: ("hints",),
        texts.repeated_titles: ("twice",),
        texts.repeated_texts: ("twice",),
        texts.told_code: ("answer",),
        texts.told_code_in_titles: ("answer",),
        texts.told_code_in_story: ("answer",),
        texts.told_code_above_the_fold: ("answer",),
        typeset.unset_formulas: ("formula",),
        arithmetic.wrong_sums: ("arithmetic",),
        stories.other_files: ("file",),
        stories.other_data: ("file",),
        stories.other_answers: ("story",),
        stories.other_inputs: ("story",),
        stories.quoted_numbers: ("story",),
        slipped.slipped_numbers: ("story",),
        slipped.other_pairs: ("story",),
        worked.wrong_lists: ("story",),
        labelled.other_labelled: ("story",),
        references.missing_names: ("story",),
        references.other_pages: ("story",),
        references.other_points: ("story",),
        texts.stale_stub: ("stub",),
        texts.broken_stub: ("script",),
        programs.failing_right_programs: ("right",),
        programs.unsteady_right_programs: ("steady",),
        programs.paid_idle_programs: ("idle",),
        copies.copied_alternatives: ("copy",),
        programs.harmless_misconceptions: ("caught", "free"),
        programs.unrecognised_misconceptions: ("recognised",),
        programs.spilling_misconceptions: ("spill",),
        programs.unnamed_in_public: ("public",),
        checks.toothless_checks: ("catches",),
        checks.scattered_right_answers: ("scatter",),
        checks.near_misconceptions: ("near",),
        checks.wrong_slopes: ("slope",),
        leaks.told_answers: ("leak",),
        leaks.shown_data: ("leak",),
        names.twice_defined_names: ("twice",),
        names.unused_names: ("unused",),
        names.checks_outside: ("outside",),
        labels.unknown_words: ("words",),
        labels.misspelt_hints: ("words",),
        uses.misused_uses: ("words",),
        quiet.printing_pages: ("prints",),
        quiet.changing_inputs: ("unsteady",),
        labels.exchanged_names: ("order",),
        docstrings.unknown_parameters: ("docstring",),
        docstrings.wrong_shapes: ("docstring",),
        docstrings.silent_docstrings: ("docstring",),
        docstrings.other_errors: ("docstring",),
        examples.other_defaults: ("docstring",),
        examples.other_results: ("docstring",),
        results.missing_parts: ("docstring",),
        results.wrong_results: ("docstring",),
        reductions.other_reductions: ("docstring",),
        unfailing.unsaid_choices: ("docstring",),
        unfailing.unmet_choices: ("words",),
        unfailing.unchangeable_inputs: ("words",),
        unfailing.equal_batches: ("words",),
        experiments.blind_experiments: ("experiment",),
        changed.changed_arguments: ("changes",),
        changed.unchanged_arguments: ("changes",),
        titles.miscounted_titles: ("title",),
        titles.other_numbers: ("title",),
        titles.stale_fresh_titles: ("title",),
        results.exchanged_parts: ("order",),
        claims.contradicted_texts: ("says",),
        named.contradicted_names: ("says",),
        predictions.near_predictions: ("within",),
        unpaid.unpaid_tasks: ("unpaid",),
        tasks.unconfirmed_tasks: ("unconfirmed",),
        tasks.unhidden_tasks: ("unhidden",),
        tasks.guessable_choices: ("idle",),
        leaks.told_predictions: ("leak",),
        stops.slipped_misconceptions: ("stops",),
        stops.silent_misconceptions: ("stops",),
        checks.widened_tolerances: ("alone",),
        draws.hidden_as_public: ("same",),
        draws.narrow_draws: ("narrow",),
        draws.unsteady_inputs: ("unsteady",),
        intermediates.unsaid_intermediates: ("intermediates",),
        intermediates.other_intermediates: ("intermediates",),
        special.symmetric_inputs: ("blind",),
        blind.blind_public_checks: ("blind",),
        blind.proportional_inputs: ("blind",),
        special.equal_inputs: ("blind",),
        averaged.blind_averages: ("blind",),
        sizes.equal_sizes: ("blind",),
    }
)
"""Every rule's function with the names of its faults. A page that cannot be read has the fault "page"."""

OF_SCRIPTS: Mapping[Callable[[Evidence], Iterator[Fault]], tuple[str, ...]] = MappingProxyType(
    {
        texts.too_few_programs: ("misconceptions", "alternatives"),
        texts.missing_hints: ("hints",),
        texts.repeated_hints: ("hints",),
        texts.repeated_titles: ("twice",),
        references.other_pages: ("story",),
        references.other_bound: ("story",),
        worked.wrong_lists: ("story",),
        stories.other_files: ("file",),
        texts.stale_stub: ("stub",),
        texts.broken_stub: ("script",),
        programs.failing_right_programs: ("right",),
        programs.unsteady_right_programs: ("steady",),
        programs.paid_idle_programs: ("idle",),
        programs.harmless_misconceptions: ("caught", "free"),
        programs.unrecognised_misconceptions: ("recognised",),
        scripts.unjudged_scripts: ("unjudged",),
    }
)
"""The same for pages on whole scripts."""


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
    found = (fault for rule in rules for fault in rule(evidence))
    faults = tuple(fault for fault in found if not only or fault.rule in part.RULES)
    return Proof(
        path.stem,
        str(path),
        faults,
        (*untranslated(Course(path.parent.parent), evidence.key), *notes(evidence)),
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
