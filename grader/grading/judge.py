"""Turn a compared observation into a verdict: a status, points, and a sentence."""

from __future__ import annotations

from dataclasses import replace

from grader.grading import intermediates, messages
from grader.grading.comparison import Compared, Comparison
from grader.grading.messages import Run
from grader.grading.verdict import Verdict
from grader.inside.observation import Limits, Observation, Outcome, Source
from grader.keys.key import KeyCheck
from grader.numbers.compare import Difference
from grader.words.message import together


def judge(
    compared: Comparison, load: Observation, limits: Limits, text: str = "", is_empty_file: bool = False
) -> tuple[Verdict, ...]:
    """Return a verdict for every check of the key, in its order; messages quote from the program's text."""
    run = Run(compared.key, load, limits, text, is_empty_file)
    if compared.key.is_script:
        from grader.grading.scripts import judging as scripts  # much code, for whole scripts alone

        return scripts.judge(compared, text)
    return tuple(verdict(one, run) for one in compared.checks)


def verdict(one: Compared, run: Run) -> Verdict:
    """Judge one check; the points are those that it is worth by itself."""
    check, got = one.check, one.got
    blank = Verdict(check.id, check.title, check.task, check.public, "passed", check.points, check.points)
    blank = replace(blank, call=check.call, printed=got.printed, line=got.line, end_line=got.end_line)
    if run.load.outcome is not Outcome.RETURNED:
        stopped = replace(blank, points=0, message=messages.unloaded(run), line=run.load.line)
        return replace(stopped, status=status_of(run.load), end_line=run.load.end_line)
    if got.outcome is not Outcome.RETURNED:
        # A file that was loaded is Python, whatever a call of it says.
        stopped = replace(blank, points=0, message=messages.outcome(check, got, run))
        return with_intermediates(replace(stopped, status=got.outcome.value), one)
    return blank if one.difference is None else with_intermediates(failed(check, blank, one.difference), one)


def with_intermediates(verdict: Verdict, one: Compared) -> Verdict:
    """Return the verdict on a failed check with what is to be said of the quantities on the way."""
    said = intermediates.said(one)
    return replace(verdict, message=together([verdict.message, *said])) if said else verdict


def status_of(seen: Observation) -> str:
    """Return the status of a call without a result."""
    if seen.error is not None and seen.error.source is Source.FILE:
        return "unreadable"
    return seen.outcome.value


def failed(check: KeyCheck, blank: Verdict, fault: Difference) -> Verdict:
    """Return the verdict on numbers that differ."""
    return replace(
        blank,
        status="failed",
        points=0,
        message=messages.difference(check, fault),
        where=fault.where or None,
        got=fault.got,
        expected=fault.expected,
        error=fault.error,
        tolerance=fault.tolerance,
    )
