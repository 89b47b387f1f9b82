"""Put into a sentence what became of a call, or in what its numbers differ."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from grader.inside.observation import Limits, Observation, Outcome
from grader.keys.key import AnswerKey, KeyCheck
from grader.numbers.compare import Difference
from grader.words import excerpt, location
from grader.words.catalogue import sentence, sentences

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

NOT_PYTHON = frozenset({"SyntaxError", "IndentationError", "TabError"})
"""Exceptions that say that a text is no Python."""

NUMBERS = {"b": "type.bool", "c": "type.complex"}
"""The sentences for kinds of number that are not plain."""


@dataclass(frozen=True)
class Run:
    """What all calls of one submission have in common."""

    key: AnswerKey
    load: Observation
    limits: Limits
    text: str


# ---- numbers that differ -------------------------------------------------------------------------


def difference(check: KeyCheck, fault: Difference) -> str:
    """Return the sentence for a difference between two returned results."""
    match fault.kind:
        case "none":
            return absent(check, fault)
        case "type":
            got, expected = (numbers(fault.words[side]) for side in ("got", "expected"))
            return sentence("type", where=fault.where, got=got, expected=expected)
    if fault.got is None or fault.expected is None:
        return sentence(fault.kind, where=fault.where, **fault.words)
    got, expected = pair(fault.got, fault.expected)
    return sentence(fault.kind, where=fault.where, got=got, expected=expected)


def absent(check: KeyCheck, fault: Difference) -> str:
    """Return the sentence for a number that is not there."""
    kind, whole = fault.words["kind"], fault.words["whole"]
    is_result = fault.where == check.scenario.result
    if whole == "NoneType" or (kind == "NoneType" and is_result):
        return sentence("none.nothing", task=check.task)
    if kind == "NoneType":
        return sentence("none.none", where=fault.where)
    if kind:
        return sentence("none.kind", where=fault.where, kind=kind)
    parts = check.scenario.parts.get("", ())
    if len(parts) > 1:
        names = ", ".join(parts)
        return sentence("none.part", task=check.task, count=len(parts), names=names, whole=whole)
    return sentence("none.missing", where=fault.where, task=check.task)


def numbers(dtype: str) -> str:
    """Return what to call the numbers of an array's type."""
    return sentence(NUMBERS.get(np.dtype(dtype).kind, "type.plain"))


def pair(got: float, expected: float) -> tuple[str, str]:
    """Return two numbers as text, with as many digits as it takes to tell them apart."""
    if not math.isfinite(got):
        name = "nan" if math.isnan(got) else "inf" if got > 0 else "minus_inf"
        return f"{sentence(f'report.{name}')} ({got:g})", f"{expected:.6g}"
    for digits in (6, 9, 12, 17):
        texts = f"{got:.{digits}g}", f"{expected:.{digits}g}"
        if texts[0] != texts[1]:
            break
    return texts


# ---- a call without a result ---------------------------------------------------------------------


def outcome(check: KeyCheck, got: Observation, run: Run) -> str:
    """Return the sentence for a call that gave no result."""
    match got.outcome:
        case Outcome.MISSING:
            return missing(got, run)
        case Outcome.UNFINISHED:
            return sentence("unfinished", task=check.task)
        case Outcome.TIMED_OUT:
            return sentence("timed_out", seconds=f"{run.limits.call:g}")
        case Outcome.RAISED:
            return raised(check, got, run)
    return end(got)


def missing(got: Observation, run: Run) -> str:
    """Return the sentence for a function that is not there, and where it might be."""
    text = got.message.partition(": ")[2]
    task = text.split(" ")[0]
    if " is of type " in text:
        return sentence("missing.other", task=task)
    found = excerpt.inside(run.text, task)
    if found is not None:
        return sentence("missing.inside", task=task, place=location.phrase(run.text, found.line, first=True))
    found = excerpt.close(run.text, task, run.key.tasks)
    if found is not None:
        return sentence(
            "missing.close", task=task, place=location.phrase(run.text, found.line), name=found.name
        )
    return sentence("missing", task=task)


def end(got: Observation) -> str:
    """Return the sentence for a process that ended."""
    if got.outcome is Outcome.OUT_OF_MEMORY:
        return sentence("out_of_memory")
    kind, _, text = got.message.partition(": ")
    id = {"WireError": "crashed.wire", "Signal": "crashed.signal"}.get(kind, "crashed")
    return sentence(id, how=text)


def raised(check: KeyCheck, got: Observation, run: Run) -> str:
    """Return the sentence for an exception of a call."""
    kind, _, text = got.message.partition(": ")
    if kind == "WrongSignature":
        names = ", ".join(check.scenario.labels)
        count = len(check.scenario.args)
        return sentence("raised.WrongSignature", task=check.task, count=count, names=names, error=text)
    if kind == "TooLarge":
        return sentence("raised.TooLarge", error=text)
    if check.scenario.kind == "experiment" and not got.line:
        return sentence("raised.experiment", task=check.task, error=got.message)
    return exception(got, run)


def exception(got: Observation, run: Run) -> str:
    """Return the sentence for an exception, and what such an exception usually means."""
    kind, _, text = got.message.partition(": ")
    if kind in NOT_PYTHON and got.line:
        where = location.phrase(run.text, got.line, first=True)
        return sentence("unreadable", place=where, error=syntax_error(text)[0])
    where = location.phrase(run.text, got.line, first=True)
    if kind in ("SystemExit", "KeyboardInterrupt"):
        return sentence("raised.exit", place=where)
    if kind in ("ModuleNotFoundError", "ImportError"):
        refused = not run.key.allows_torch and re.search(r"\btorch\b", text)
        return sentence("raised.torch" if refused else "raised.import", place=where, error=text)
    error = f"{kind}: {text}" if text else kind
    said = (
        sentence("raised", place=where, error=error) if got.line else sentence("raised.nowhere", error=error)
    )
    meaning = explanation(kind, text)
    return f"{said}\n{meaning}" if meaning else said


def explanation(kind: str, text: str) -> str:
    """Return what an exception usually means, empty where nothing general can be said."""
    for part, id in EXPLAINED_BY_TEXT:
        if part in text:
            return sentence(id)
    return sentences().get(f"explain.{kind}", "")


# ---- a file that does not load -------------------------------------------------------------------


def unloaded(run: Run) -> str:
    """Return the sentence for a file that does not even load."""
    load = run.load
    kind, _, text = load.message.partition(": ")
    if load.outcome is Outcome.TIMED_OUT:
        return sentence("load.timed_out", seconds=f"{run.limits.load:g}")
    if kind in NOT_PYTHON:
        return not_python(text, load.line, run)
    if load.outcome in (Outcome.RAISED, Outcome.UNFINISHED):
        return sentence("load") + exception(load, run)
    return sentence("load") + end(load)


def not_python(text: str, line: int, run: Run) -> str:
    """Return the sentence for a syntax error, with the line and a caret below the place."""
    error, column = syntax_error(text)
    said = sentence("unreadable", place=location.phrase(run.text, line, first=True), error=error)
    return f"{said}\n{excerpt.caret(run.text, line, column)}".rstrip()


def syntax_error(text: str) -> tuple[str, int]:
    """Return what a syntax error says, and its column, 0 for an unknown one."""
    found = re.fullmatch(r"(.*) \(column (\d+)\)", text, re.DOTALL)
    error, column = (found[1], int(found[2])) if found else (text, 0)
    # The columns of an f-string's error count from the f-string's own text.
    return error, 0 if error.startswith("f-string") else column
