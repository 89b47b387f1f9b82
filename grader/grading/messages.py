"""Put into a message what became of a call, or in what its numbers differ."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from grader.grading.exceptions import meaning
from grader.grading.typos import remedy
from grader.inside.observation import Error, Limits, Observation, Outcome, Source
from grader.keys.key import AnswerKey, KeyCheck
from grader.numbers.compare import Difference
from grader.words import excerpt, location
from grader.words.message import Said, say

NUMBERS = {"b": "type.bool", "c": "type.complex"}
"""The sentences for kinds of number that are not plain."""


@dataclass(frozen=True)
class Run:
    """What all calls of one submission have in common."""

    key: AnswerKey
    load: Observation
    limits: Limits
    text: str
    is_empty_file: bool = False


# ---- numbers that differ -------------------------------------------------------------------------


def difference(check: KeyCheck, fault: Difference) -> Said:
    """Return the message for a difference between two returned results."""
    if fault.kind == "mapping":
        names = ", ".join(check.scenario.parts.get("", ()))
        return say("none.mapping", task=check.task, names=names)
    if fault.kind == "none":
        return absent(check, fault)
    if fault.kind == "flag" and check.scenario.kind in FLAGGED:
        return FLAGGED[check.scenario.kind](check, fault)
    if fault.kind == "type":
        got, expected = (numbers(fault.words[side]) for side in ("got", "expected"))
        return say("type", where=fault.where, got=got, expected=expected)
    if fault.got is None or fault.expected is None:
        return say(fault.kind, where=fault.where, **fault.words)
    if check.scenario.kind == "calls":
        counts = {"got": f"{fault.got:g}", "expected": f"{fault.expected:g}"}
        return say("calls", task=check.task, function=fault.where, **counts)
    got, expected = pair(fault.got, fault.expected)
    return say(fault.kind, where=fault.where, got=got, expected=expected)


def changed(check: KeyCheck, fault: Difference) -> Said:
    """Return the sentence for an argument that is not what it was."""
    return say("flag.changed", task=check.task, where=fault.where)


def inside(check: KeyCheck, fault: Difference) -> Said:
    """Return the sentence for a program that works in another way than it should."""
    most = check.scenario.fields[0] if check.scenario.fields else ""
    return say(f"flag.{check.scenario.kind}", task=check.task, most=most)


def unchosen(check: KeyCheck, fault: Difference) -> Said:
    """Return the sentence for a text that is none of those to choose from, or another than the right one."""
    id = "flag.unchosen" if fault.where == check.task else "flag.chosen"
    return say(id, task=check.task, choices=", ".join(map(repr, check.scenario.fields)))


def unraised(check: KeyCheck, fault: Difference) -> Said:
    """Return the sentence for an exception that did not come, or came without a word that it should say."""
    error = check.scenario.of
    if fault.where == error:
        return say("flag.unraised", task=check.task, error=error)
    return say("flag.unsaid", task=check.task, error=error, word=fault.where)


FLAGGED: Mapping[str, Callable[[KeyCheck, Difference], Said]] = MappingProxyType(
    {"unchanged": changed, "raises": unraised, "vectorised": inside, "fits": inside, "chooses": unchosen}
)
"""What to say of a wrong truth value, by the kind of check."""


def absent(check: KeyCheck, fault: Difference) -> Said:
    """Return the message for a number that is not there."""
    kind, whole = fault.words["kind"], fault.words["whole"]
    is_result = fault.where == check.scenario.result
    if whole == "NoneType" or (kind == "NoneType" and is_result):
        return say("none.nothing", task=check.task)
    if kind == "NoneType":
        return say("none.none", where=fault.where)
    if kind:
        return say("none.kind", where=fault.where, kind=kind)
    parts = check.scenario.parts.get("", ())
    if len(parts) > 1:
        names = ", ".join(parts)
        return say("none.part", task=check.task, count=len(parts), names=names, whole=whole)
    return say("none.missing", where=fault.where, task=check.task)


def numbers(dtype: str) -> Said:
    """Return what to call the numbers of an array's type."""
    return say(NUMBERS.get(np.dtype(dtype).kind, "type.plain"))


def pair(got: float, expected: float) -> tuple[Said, str]:
    """Return two numbers as words, with as many digits as it takes to tell them apart."""
    if not math.isfinite(got):
        name = "nan" if math.isnan(got) else "inf" if got > 0 else "minus_inf"
        return say("value.beyond", name=say(f"report.{name}"), got=f"{got:g}"), f"{expected:.6g}"
    for digits in (6, 9, 12, 17):
        texts = f"{got:.{digits}g}", f"{expected:.{digits}g}"
        if texts[0] != texts[1]:
            break
    return texts


# ---- a call without a result ---------------------------------------------------------------------


def outcome(check: KeyCheck, got: Observation, run: Run) -> Said:
    """Return the message for a call that gave no result."""
    error = got.error
    match got.outcome:
        case Outcome.MISSING if error is not None:
            return missing(check, error, run)
        case Outcome.UNFINISHED:
            return say("unfinished", task=check.task)
        case Outcome.TIMED_OUT if got.stopped_with("Total", Source.PROCESS) and error is not None:
            return say("timed_out.total", seconds=error.text)
        case Outcome.TIMED_OUT:
            return say("timed_out", seconds=f"{run.limits.call:g}")
        case Outcome.RAISED if error is not None:
            return raised(check, error, run)
    return end(got)


def missing(check: KeyCheck, error: Error, run: Run) -> Said:
    """Return the message for a function that is not there, and where it might be."""
    if error.kind == "NotCallable":
        defined = any(one.name == check.task for one in excerpt.definitions(run.text))
        id = "missing.other" if defined else "missing.variable"
        return say(id, task=check.task, kind=error.text)
    task = error.text
    if run.is_empty_file:
        return say("note.empty")
    found = excerpt.inside(run.text, task)
    if found is not None and found.owner:
        where = location.phrase(run.text, found.line)
        return say("missing.method", task=task, owner=found.owner, place=where)
    if found is not None:
        where = location.phrase(run.text, found.line, first=True)
        return say("missing.inside", task=task, place=where)
    found = excerpt.close(run.text, task, run.key.tasks, len(check.scenario.args))
    if found is not None:
        where = location.phrase(run.text, found.line)
        return say("missing.close", task=task, place=where, name=found.name)
    return say("missing", task=task)


ENDS = {"Pipe": "crashed.wire", "Signal": "crashed.signal", "Interpreter": "crashed.browser"}
"""The sentences for processes that ended in a way of their own."""


def end(got: Observation) -> Said:
    """Return the message for a process that ended."""
    if got.outcome is Outcome.OUT_OF_MEMORY or got.error is None:
        return say("out_of_memory")
    return say(ENDS.get(got.error.kind, "crashed"), how=got.error.text)


def raised(check: KeyCheck, error: Error, run: Run) -> Said:
    """Return the message for an exception of a call."""
    if error.source is Source.CALL and error.kind == "WrongSignature":
        names = ", ".join(check.scenario.labels)
        count = len(check.scenario.args)
        return say("raised.WrongSignature", task=check.task, count=count, names=names, error=error.text)
    if error.source is Source.CALL and error.kind == "TooDeep":
        return say("raised.TooDeep", task=check.task)
    if error.source is Source.CALL:
        return say("raised.TooLarge", error=error.text)
    if check.scenario.kind == "experiment" and not error.line:
        return say("raised.experiment", task=check.task, error=error)
    return exception(error, run)


def exception(error: Error, run: Run) -> Said:
    """Return the message for an exception, and what such an exception usually means."""
    where = location.phrase(run.text, error.line, first=True)
    if error.kind in ("SystemExit", "KeyboardInterrupt"):
        return say("raised.exit", place=where)
    if error.kind in ("ModuleNotFoundError", "ImportError"):
        refused = not run.key.allows_torch and re.search(r"\btorch\b", error.text)
        return say("raised.torch" if refused else "raised.import", place=where, error=error.text)
    said = say("raised", place=where, error=error) if error.line else say("raised.nowhere", error=error)
    means = meaning(error)
    return said if means is None else say("raised.explained", said=said, meaning=means)


# ---- a file that does not load -------------------------------------------------------------------


def unloaded(run: Run) -> Said:
    """Return the message for a file that does not even load."""
    error = run.load.error
    if error is not None and run.load.stopped_with("Total", Source.PROCESS):
        return say("timed_out.total", seconds=error.text)
    if run.load.outcome is Outcome.TIMED_OUT:
        return say("load.timed_out", seconds=f"{run.limits.load:g}")
    if error is not None and error.source is Source.FILE:
        return not_python(error, run)
    if error is not None and run.load.outcome in (Outcome.RAISED, Outcome.UNFINISHED):
        return say("load", how=exception(error, run))
    return say("load", how=end(run.load))


def not_python(error: Error, run: Run) -> Said:
    """Return the message for a syntax error, with the line and a caret below the place."""
    where = location.phrase(run.text, error.line, first=True)
    said = say("unreadable", place=where, error=error.text)
    # The columns of an f-string's error count from the f-string's own text.
    column = 0 if error.text.startswith("f-string") else error.column
    if caret := excerpt.caret(run.text, error.line, column).rstrip():
        said = say("unreadable.caret", said=said, caret=caret)
    mended = remedy(error, "".join(run.text.split("\n")[error.line - 1 : error.line])) if error.line else None
    return said if mended is None else say("unreadable.remedy", said=said, remedy=mended)
