"""Say what a task's calls have in common that gave no numbers, or not as many as there should be."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from grader.grading.comparison import Compared, Comparison
from grader.grading.exceptions import meaning
from grader.grading.source import Source
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Error, Observation, Outcome
from grader.inside.observation import Source as Blame
from grader.numbers.compare import graded
from grader.words.lists import listed
from grader.words.message import Said, say

OF_KINDS: Mapping[str, str] = MappingProxyType(
    {"NoneType": "nothing_returned", "str": "text_returned", "dict": "mapping_returned"}
)
"""What to say of a call that gives back something of a type in which no numbers stand."""


def kind_of(one: Compared) -> str:
    """Return the type of what a call gave back in the place of numbers, "" where it gave some."""
    fault = one.difference
    if fault is None or fault.kind not in ("none", "mapping"):
        return ""
    if fault.kind == "mapping":
        return "dict"
    kind, whole = fault.words.get("kind", ""), fault.words.get("whole", "")
    return whole if whole in OF_KINDS else kind


def of_text(compared: Comparison, task: str, source: Source) -> tuple[Diagnosis, ...]:
    """Return that a task gives back a text, as its code says: a text that is no number may count as true."""
    checks = [compared.checks[index].check for index in compared.failing_of(task)]
    if not source.returns_text(task) or any(check.scenario.kind == "chooses" for check in checks):
        return ()
    ids = tuple(one.id for one in checks)
    return (Diagnosis("text_returned", *said("text_returned", task=task), ids, task=task),)


def no_result(compared: Comparison, task: str, recognised: Collection[str] = ()) -> Diagnosis | None:
    """Return what all failing calls have in common: nothing returned, a part, a shape, an error.

    What stops because a task that it calls is wrong, and recognised, is no second mistake.
    """
    failing = [compared.checks[index] for index in compared.failing_of(task)]
    direct = [one for one in failing if one.check.scenario.is_direct]
    faults = [one.difference for one in direct]
    kinds = {kind_of(one) for one in direct or failing}
    ids = tuple(one.check.id for one in failing)
    for kind, id in OF_KINDS.items():
        if kinds == {kind}:
            return Diagnosis(id, *said(id, task=task), ids)
    if direct and all(fault and fault.kind == "none" and not fault.words["kind"] for fault in faults):
        parts = direct[0].check.scenario.parts.get("", ())
        words = {"task": task, "count": len(parts), "names": ", ".join(parts)}
        return Diagnosis("part_returned", *said("part_returned", **words), ids)
    if is_one_too_deep(direct):
        return Diagnosis("one_too_deep", *said("one_too_deep", task=task), ids)
    if has_fixed_length(direct):
        return Diagnosis("fixed_length", *said("fixed_length", task=task), ids)
    error, means = common_error(direct)
    called = {used for one in failing for used in one.check.uses}
    if means is not None and not called & set(recognised):
        return Diagnosis("stops", *said("stops", task=task, error=error, meaning=means), ids)
    return None


def said_once(compared: Comparison, found: Sequence[Diagnosis]) -> list[Diagnosis]:
    """Return diagnoses in which an error that stops several tasks in the same words stands once, with all."""
    by_id = {one.check.id: one.got.error for one in compared.checks}
    alike: dict[object, list[Diagnosis]] = {}
    for place, one in enumerate(found):
        error = by_id.get(one.checks[0]) if one.id == "stops" and one.checks else None
        alike.setdefault(place if error is None else (error.kind, error.text), []).append(one)
    return [
        together(group, by_id[group[0].checks[0]]) if len(group) > 1 else group[0] for group in alike.values()
    ]


def together(group: Sequence[Diagnosis], error: Error | None) -> Diagnosis:
    """Return one diagnosis of the tasks that stop with the same error."""
    if error is None:
        return group[0]
    message = say(
        "stops.many", tasks=listed([one.task for one in group]), error=error.kind, meaning=meaning(error)
    )
    return replace(group[0], message=message, checks=tuple(id for one in group for id in one.checks))


WEEK_ONE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "called": re.compile(r"object is not callable"),
        "caret": re.compile(r"bitwise_xor|for \^"),
        "shapes": re.compile(
            r"not aligned|core dimension|could not be broadcast|must match the size|"
            r"cannot be multiplied|size mismatch"
        ),
    }
)
"""Errors that mean one thing to whoever begins, by their texts."""


def stops_early(compared: Comparison, task: str) -> Diagnosis | None:
    """Return what an error of the first weeks means, where every wrong call of a task stops with it."""
    failing = [compared.checks[index] for index in compared.failing_of(task)]
    texts = [one.got.error.text for one in failing if one.got.error and one.got.error.source is Blame.PROGRAM]
    raised = all(one.got.outcome is Outcome.RAISED for one in failing)
    for kind, pattern in WEEK_ONE.items():
        if failing and raised and len(texts) == len(failing) and all(map(pattern.search, texts)):
            ids = tuple(one.check.id for one in failing)
            return Diagnosis(f"stops.{kind}", *said(f"stops.{kind}", task=task), ids)
    return None


def has_fixed_length(calls: Sequence[Compared]) -> bool:
    """Tell whether every result has as many entries as the others, and not as many as it should have.

    Where there are fewer inputs such a program reaches beyond their end.
    """
    lengths: set[int] = set()
    for one in calls:
        if one.got.stopped_with("IndexError"):
            continue
        expected, got = first(one.expected), first(one.got)
        if not expected or not got or expected == got:
            return False
        lengths.add(got)
    return len(lengths) == 1 and len(calls) > 1


def is_one_too_deep(calls: Sequence[Compared]) -> bool:
    """Tell whether every result has the right shape, but for an axis of length 1 in front of it."""
    shapes = [
        (one.got.values[name].shape, one.expected.values[name].shape)
        for one in calls
        for name in graded(one.expected)
        if name in one.got.values
    ]
    return len(shapes) >= len(calls) > 0 and all(got == (1, *right) for got, right in shapes)


def first(seen: Observation) -> int:
    """Return the length of a call's only result, 0 where it is no array or not the only one."""
    results = [seen.values[name] for name in graded(seen)]
    return len(results[0]) if len(results) == 1 and results[0].ndim else 0


def common_error(calls: Sequence[Compared]) -> tuple[str, Said | None]:
    """Return the kind of error with which the program stops all of these calls, and what it means.

    Where they stop in different ways, or one does not, there is no meaning.
    """
    raised = [one.got.error for one in calls if one.got.outcome is Outcome.RAISED]
    errors = [error for error in raised if error is not None and error.source is Blame.PROGRAM]
    if len(errors) < len(calls) or len({(error.kind, meaning(error)) for error in errors}) != 1:
        return "", None
    return errors[0].kind, meaning(errors[0])


def said(id: str, **words: object) -> tuple[Said, Said]:
    """Return a message's title and text."""
    return say(f"{id}.title"), say(id, **words)
