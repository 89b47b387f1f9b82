"""Read the list of checks that a page ends with."""

from __future__ import annotations

import builtins
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from grader.errors import PageError
from grader.pages.check import Check
from grader.pages.slices import Source


def checks(source: Source, names: Mapping[str, Any]) -> tuple[Check, ...]:
    """Return the page's list of checks."""
    found = names.get("checks")
    line = source.definitions["checks"].lineno if "checks" in source.definitions else 0
    wrong = what_is_no_list_of_checks(found)
    if wrong or not isinstance(found, list):
        raise PageError(source.path, line, f"no checks: {wrong}")
    for number, check in enumerate(found):
        demand_words(source, names, check, line)
        if check.id in {other.id for other in found[:number]}:
            raise PageError(
                source.path, line, f"two checks are titled {check.title!r}; give each its own title"
            )
        if check.task not in source.tasks:
            raise PageError(
                source.path, line, f"the check {check.title!r} is on {check.task}, which is no task"
            )
    if not any(check.public for check in found):
        raise PageError(source.path, line, "no public check; students need one example with its numbers")
    return tuple(with_given_tasks(check, source) for check in found)


def what_is_no_list_of_checks(found: Any) -> str:
    """Say why something is no list of checks, and what to do; empty where it is one."""
    if isinstance(found, tuple):
        return "checks is a tuple; write a list, in square brackets"
    if not isinstance(found, list) or not found:
        return "end the page with a list named checks"
    strange = next((one for one in found if not isinstance(one, Check)), None)
    if isinstance(strange, list | tuple):
        return "a list stands in the list checks; write * in front of it, as in *twins(…)"
    if callable(strange):
        return "the list checks holds a function; a scenario is called with its experiment"
    return "" if strange is None else f"the list checks holds {strange!r}, which is no check; take it out"


def demand_words(source: Source, names: Mapping[str, Any], check: Check, line: int) -> None:
    """Raise PageError unless a check has a title, points from 0 up, and words of the right types."""
    if not isinstance(check.title, str):
        raise PageError(
            source.path, line, f"the title {check.title!r} is no text; write it in quotation marks"
        )
    if not check.id:
        raise PageError(source.path, line, f"a check of {check.task} has no title; say what it tries")
    for said in (*wrong_words(check), *uncountable(check, names)):
        message = f"the check {check.title!r} has {said}"
        raise PageError(source.path, source.line_of_text(check.title) or line, message)


def wrong_words(check: Check) -> Iterator[str]:
    """Yield what cannot be of a check's words, each with the remedy."""
    if not is_number(check.points) or not 0 <= check.points < math.inf:
        yield f"{check.points!r} points; give it 0 or more"
    if not isinstance(check.public, bool):
        yield f"public={check.public!r}; write public=True, or leave it out"
    if check.tolerance is not None and not (is_number(check.tolerance) and 0 < check.tolerance < 1):
        yield f"tolerance={check.tolerance!r}; leave it out, or give a share of the numbers, such as 1e-6"
    strange = next((label for label in check.parts if label and label not in check.labels), None)
    if strange is not None:
        yield f"names= for {strange!r}, which is no parameter of {check.task}: {', '.join(check.labels)}"


def uncountable(check: Check, names: Mapping[str, Any]) -> Iterator[str]:
    """Yield what cannot be of a name whose calls are to be counted, with the remedy."""
    for name in check.fields if check.kind == "calls" else ():
        if "." not in name and name not in names and not hasattr(builtins, name):
            yield f'of= with {name!r}, which the page does not define; name a function of it, or "np.dot"'


def is_number(value: Any) -> bool:
    """Tell whether a word is given as a number; a truth value is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def with_given_tasks(check: Check, source: Source) -> Check:
    """Return a check that also uses the tasks which it gives as inputs: their mistakes reach it."""
    names = (getattr(value, "__qualname__", "") for value in check.inputs.values())
    more = tuple(name for name in names if name in source.tasks and name not in check.uses)
    return replace(check, uses=check.uses + more) if more else check
