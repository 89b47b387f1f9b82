"""Turn a compared observation into a verdict: a status, points, and a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from grader.catalogue import sentence, sentences
from grader.compare import Difference, compare
from grader.key import AnswerKey, KeyCheck
from grader.observation import Observation, Outcome
from grader.sandbox.client import Limits, Observed
from grader.verdict import Diagnosis, Verdict

EXPLAINED_BY_TEXT = (
    ("leaf Variable", "explain.leaf"),
    ("leaf variable", "explain.leaf"),
    ("Can't call numpy()", "explain.numpy"),
    ("does not require grad", "explain.grad"),
    ("through the graph a second time", "explain.twice"),
    ("matmul", "explain.matmul"),
    ("mat1 and mat2", "explain.matmul"),
    ("operands could not be broadcast", "explain.matmul"),
)


def judge(key: AnswerKey, seen: Observed, limits: Limits) -> tuple[Verdict, ...]:
    """Return a verdict for every check of the key, in its order."""
    verdicts = [
        verdict(check, got, expected, seen.load, limits)
        for check, got, expected in zip(key.checks, seen.row, key.reference, strict=True)
    ]
    return pay(key.checks, verdicts)


def verdict(
    check: KeyCheck, got: Observation, expected: Observation, load: Observation, limits: Limits
) -> Verdict:
    """Judge one check; the points are those that it is worth by itself."""
    blank = Verdict(check.id, check.title, check.task, check.public, "passed", check.points, check.points)
    blank = replace(blank, call=check.call, printed=got.printed, line=got.line)
    if load.outcome is not Outcome.RETURNED:
        status = "unreadable" if load.message.startswith("SyntaxError") else load.outcome.value
        return replace(blank, status=status, points=0, message=load_words(load, limits), line=load.line)
    if got.outcome is not Outcome.RETURNED:
        return replace(blank, status=got.outcome.value, points=0, message=outcome_words(check, got, limits))
    fault = compare(got, expected, check.bound)
    return blank if fault is None else failed(blank, fault)


def failed(blank: Verdict, fault: Difference) -> Verdict:
    """Return the verdict on numbers that differ."""
    return replace(
        blank,
        status="failed",
        points=0,
        message=difference_words(fault),
        where=fault.where or None,
        got=fault.got,
        expected=fault.expected,
        error=fault.error,
        tolerance=fault.tolerance,
    )


def pay(checks: Sequence[KeyCheck], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Hold back the points of checks that a do-nothing program passes until their partner passes too."""
    passed = {verdict.id for verdict in verdicts if verdict.passed}
    titles = {check.id: check.title for check in checks}
    return tuple(
        replace(verdict, points=0, message=sentence("pays_with", title=titles[check.pays_with]))
        if verdict.passed and check.pays_with and check.pays_with not in passed
        else verdict
        for check, verdict in zip(checks, verdicts, strict=True)
    )


def follow_through(
    key: AnswerKey, verdicts: Sequence[Verdict], diagnoses: Sequence[Diagnosis]
) -> tuple[Verdict, ...]:
    """Give back the points of checks that fail only because they use another task's recognised mistake.

    The mistake's own row was observed with a right definition of everything else. A program that gives the
    same numbers has everything else right, so that one slip costs once.
    """
    targets = {known.id: known.targets for known in key.misconceptions}
    fault_of = {id: targets[found.id] for found in diagnoses if found.id in targets for id in found.checks}
    return tuple(
        replace(verdict, points=check.points, message=sentence("follow_through", task=fault_of[check.id][0]))
        if check.id in fault_of and check.task not in fault_of[check.id]
        else verdict
        for check, verdict in zip(key.checks, verdicts, strict=True)
    )


# ---- sentences -----------------------------------------------------------------------------------


def difference_words(fault: Difference) -> str:
    """Return the sentence for a difference between two returned results."""
    if fault.kind == "none":
        return absent_words(fault)
    if fault.got is None or fault.expected is None:
        return sentence(fault.kind, where=fault.where, **fault.words)
    got, expected = number_pair(fault.got, fault.expected)
    return sentence(fault.kind, where=fault.where, got=got, expected=expected)


def absent_words(fault: Difference) -> str:
    """Return the sentence for a number that is not there."""
    if fault.words["whole"] == "NoneType":
        return sentence("none.nothing", **fault.words)
    if not fault.words["kind"]:
        return sentence("none.part", where=fault.where, **fault.words)
    return sentence("none.kind", where=fault.where, **fault.words)


def number_pair(got: float, expected: float) -> tuple[str, str]:
    """Return two numbers as text, with as many digits as it takes to tell them apart."""
    for digits in (6, 9, 12, 17):
        pair = f"{got:.{digits}g}", f"{expected:.{digits}g}"
        if pair[0] != pair[1] or not math.isfinite(got):
            break
    return pair


def outcome_words(check: KeyCheck, got: Observation, limits: Limits) -> str:
    """Return the sentence for a call that gave no result."""
    kind, _, text = got.message.partition(": ")
    match got.outcome:
        case Outcome.MISSING:
            return sentence("missing.other" if " is of type " in text else "missing", task=text.split(" ")[0])
        case Outcome.UNFINISHED:
            return sentence("unfinished", task=check.task)
        case Outcome.TIMED_OUT:
            return sentence("timed_out", seconds=f"{limits.call:g}")
        case Outcome.RAISED:
            return raised_words(check, kind, text, got)
    return end_words(got)


def end_words(got: Observation) -> str:
    """Return the sentence for a process that ended."""
    if got.outcome is Outcome.OUT_OF_MEMORY:
        return sentence("out_of_memory")
    kind, _, text = got.message.partition(": ")
    return sentence("crashed.wire") if kind == "WireError" else sentence("crashed", how=text)


def raised_words(check: KeyCheck, kind: str, text: str, got: Observation) -> str:
    """Return the sentence for an exception, and what such an exception usually means."""
    if kind == "WrongSignature":
        return sentence("raised.WrongSignature", task=check.task, count=len(check.scenario.args), error=text)
    if kind == "TooLarge":
        return sentence("raised.TooLarge", error=text)
    return exception_words(kind, text, got.line)


def exception_words(kind: str, text: str, line: int) -> str:
    """Return the sentence for an exception by its type and text."""
    if kind in ("SystemExit", "KeyboardInterrupt"):
        return sentence("raised.exit", line=line)
    if kind in ("ModuleNotFoundError", "ImportError"):
        return sentence("raised.torch" if "torch" in text else "raised.import", line=line, error=text)
    error = f"{kind}: {text}" if text else kind
    said = sentence("raised", line=line, error=error) if line else sentence("raised.nowhere", error=error)
    meaning = explanation(kind, text)
    return f"{said}\n{meaning}" if meaning else said


def explanation(kind: str, text: str) -> str:
    """Return what an exception usually means, empty where nothing general can be said."""
    for part, id in EXPLAINED_BY_TEXT:
        if part in text:
            return sentence(id)
    return sentences().get(f"explain.{kind}", "")


def load_words(load: Observation, limits: Limits) -> str:
    """Return the sentence for a file that does not even load."""
    kind, _, text = load.message.partition(": ")
    if load.outcome is Outcome.TIMED_OUT:
        return sentence("load.timed_out", seconds=f"{limits.load:g}")
    if kind in ("SyntaxError", "IndentationError", "TabError"):
        return sentence("unreadable", line=load.line, error=re.sub(r" \(column \d+\)$", "", text))
    if load.outcome in (Outcome.RAISED, Outcome.UNFINISHED):
        return sentence("load") + exception_words(kind, text, load.line)
    return sentence("load") + end_words(load)
