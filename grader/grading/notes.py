"""What is worth saying about a file as a whole, and of how it was run."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from grader.grading.comparison import Comparison
from grader.grading.repaired import GAVE_UP
from grader.grading.verdict import Diagnosis, Verdict
from grader.inside.observation import CHANGED, Observed, Outcome
from grader.inside.scripts.rewriting.loops import loops
from grader.intake.submission import Submission
from grader.words.lists import listed
from grader.words.message import Said, say

UNPROTECTED = ("container", "process", "none")
"""Tiers in which a program can read and change files, and reach the network."""


def notes(submission: Submission, seen: Observed, compared: Comparison) -> tuple[Said, ...]:
    """Return what is worth saying about the file as a whole, and of how it was run.

    Where there are public calls, only they count: a note must not tell of hidden ones.
    """
    public = [one.got.outcome for one in compared.checks if one.check.public]
    outcomes = public or [got.outcome for got in seen.row]
    isolation = (say(f"note.tier.{seen.tier}"),) if seen.tier in UNPROTECTED else ()
    if is_empty_file(submission):  # where a function is missing, its check says so already
        empty = () if Outcome.MISSING in outcomes else (say("note.empty"),)
        return (*isolation, *submission.notes, *empty)
    if outcomes and all(outcome is Outcome.UNFINISHED for outcome in outcomes):
        return (*isolation, *submission.notes, say("note.stub"))
    if Outcome.MISSING in outcomes:
        return (*isolation, *submission.notes, *whole_script(submission))
    return (*isolation, *submission.notes)


def is_empty_file(submission: Submission) -> bool:
    """Tell whether nothing stands in a file; a notebook of which no cell belongs to the exercise is none."""
    return not submission.program.text.strip() and submission.path.endswith(".py")


def changes(compared: Comparison) -> tuple[Said, ...]:
    """Return which right tasks change what they are given, where the reference does not.

    Only public calls count: a note must not tell of hidden ones.
    """
    found = {
        (one.check.task, name.removeprefix(CHANGED))
        for one in compared.checks
        if one.check.public and one.passed
        for name in one.got.values
        if name.startswith(CHANGED) and name not in one.expected.values
    }
    return tuple(say("note.changes", task=task, name=name) for task, name in sorted(found))


def cut_short(
    seen: Observed, verdicts: Sequence[Verdict], diagnoses: Sequence[Diagnosis]
) -> tuple[Said, ...]:
    """Return of which tasks no mistake was found in the time there is, of those that fail in the open."""
    failing = dict.fromkeys(one.task for one in verdicts if one.public and not (one.passed or one.follows))
    given_up = {one.task for one in seen.repairs if one.kind == GAVE_UP} - {one.task for one in diagnoses}
    tasks = [task for task in failing if task in given_up]
    return (say("note.gave_up", tasks=listed(tasks)),) if tasks else ()


def whole_script(submission: Submission) -> tuple[Said, ...]:
    """Return which command judges a file without the functions, where it trains something."""
    try:
        found = loops(ast.parse(submission.program.text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    # An answer to an exercise trains inside its functions; a script at the left margin.
    trains = any(not loop.function for loop in found)
    return (say("note.whole_script", file=submission.path),) if trains else ()
