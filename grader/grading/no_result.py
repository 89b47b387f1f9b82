"""Say what a task's calls have in common that gave no numbers, or not as many as there should be."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from grader.grading.verdict import Diagnosis
from grader.inside.observation import Observation, Outcome
from grader.keys.key import AnswerKey, Row, agrees
from grader.numbers.compare import compare, graded
from grader.words.catalogue import sentence, sentences


def stopped(key: AnswerKey, row: Row, task: str, recognised: Collection[str] = ()) -> Diagnosis | None:
    """Return what all failing calls have in common: nothing returned, a part, a fixed length, an error.

    What stops because a task that it calls is wrong, and recognised, is no second mistake.
    """
    failing = wrong(key, row, task)
    direct = [place for place in failing if key.checks[place].scenario.kind != "experiment"]
    faults = [compare(row[place], key.reference[place], key.checks[place].bound) for place in direct]
    kinds = {fault.words.get("whole", fault.kind) if fault else "" for fault in faults}
    ids = tuple(key.checks[place].id for place in failing)
    if kinds == {"NoneType"}:
        return Diagnosis("nothing_returned", *said("nothing_returned", task=task), ids)
    if direct and all(fault and fault.kind == "none" and not fault.words["kind"] for fault in faults):
        return Diagnosis("part_returned", *said("part_returned", task=task), ids)
    if has_fixed_length(key, row, direct):
        return Diagnosis("fixed_length", *said("fixed_length", task=task), ids)
    error = common_error(row, direct)
    meaning = sentences().get(f"explain.{error}", "")
    called = {used for place in failing for used in key.checks[place].uses}
    if meaning and not called & set(recognised):
        return Diagnosis("stops", *said("stops", task=task, error=error, meaning=meaning), ids)
    return None


def wrong(key: AnswerKey, row: Row, task: str) -> list[int]:
    """Return the checks of a task that fail, by place."""
    return [
        place
        for place, check in enumerate(key.checks)
        if check.task == task and not agrees(key, row, key.reference, place)
    ]


def has_fixed_length(key: AnswerKey, row: Row, places: Sequence[int]) -> bool:
    """Tell whether every result has as many entries as the others, and not as many as it should have.

    Where there are fewer inputs such a program reaches beyond their end.
    """
    lengths: set[int] = set()
    for place in places:
        if row[place].outcome is Outcome.RAISED and row[place].message.startswith("IndexError"):
            continue
        expected, got = first(key.reference[place]), first(row[place])
        if not expected or not got or expected == got:
            return False
        lengths.add(got)
    return len(lengths) == 1 and len(places) > 1


def first(seen: Observation) -> int:
    """Return the length of a call's only result, 0 where it is no array or not the only one."""
    results = [seen.values[name] for name in graded(seen)]
    return len(results[0]) if len(results) == 1 and results[0].ndim else 0


def common_error(row: Row, places: Sequence[int]) -> str:
    """Return the exception that all of these calls end with, empty where they do not."""
    errors = {
        row[place].message.partition(":")[0] if row[place].outcome is Outcome.RAISED else ""
        for place in places
    }
    return errors.pop() if len(errors) == 1 else ""


def said(id: str, **words: str) -> tuple[str, str]:
    """Return a sentence's title and text."""
    return sentence(f"{id}.title"), sentence(id, **words)
