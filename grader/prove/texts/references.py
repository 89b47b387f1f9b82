"""Faults of what a story refers to: a name that students do not have, another page, points, a bound."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page

BESIDE = re.compile(r"`(\w+)` (?:above|below)\b(?! (?:zero\b|[\d-]))")
"""How a story points to code beside it: ``x_data` below``."""

OTHER_PAGE = re.compile(r"\bpages? `(\w+)`")

NEAR = 0.7
"""How near a name has to be to a page's to be meant for it."""

WORTH = re.compile(r"\bworth (\d+|one|two|three|four|five|six|eight|ten) points?\b")

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}

AT_MOST = re.compile(r"\bmean\s+squared\s+error\b[^.]*?\bis (?:at most )?(\d+\.\d+)(?: or less)?\b")


def missing_names(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that points to a name below it which the stub does not have."""
    story, stub = evidence.exercise.story, evidence.stub.text
    code = stub.replace(story, "").partition('"""')[2].partition('"""')[2] or stub
    for found in BESIDE.finditer(story):
        name = found[1]
        if not re.search(rf"\b{re.escape(name)}\b", code):
            said = (
                f"the story points to {name}, and there is nothing of that name in students' file; correct it"
            )
            yield Fault("story", line_in_page(evidence, f"`{name}`"), said)


def other_pages(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that names another page by a name which is nearly that of one."""
    ids = [path.stem for path in evidence.source.path.parent.glob("*.py")]
    for name in OTHER_PAGE.findall(evidence.exercise.story):
        close = difflib.get_close_matches(name, ids, 1, NEAR)
        if name not in ids and close:
            said = f"the story speaks of the page {name}, which is none; did you mean {close[0]}?"
            yield Fault("story", line_in_page(evidence, f"`{name}`"), said)


def other_points(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that promises points which neither the page, nor a task, nor a check gives."""
    checks = evidence.key.checks
    given = {evidence.key.points, *(check.points for check in checks)}
    given |= {sum(one.points for one in checks if one.task == task) for task in evidence.source.tasks}
    for found in WORTH.finditer(evidence.exercise.story):
        told = WORDS.get(found[1]) or float(found[1])
        if told not in given:
            said = f"the story promises {found[0]!r}, and the checks give {evidence.key.points:g} in all"
            yield Fault("story", line_in_page(evidence, found[0]), f"{said}; correct one of them")


def other_bound(evidence: Evidence) -> Iterator[Fault]:
    """Report a story of a whole script that tells another bound for the loss than ``most=``."""
    (asked,) = evidence.key.checks[0].scenario.args
    for told in AT_MOST.findall(evidence.exercise.story):
        if asked.get("most") and float(told) != asked["most"]:
            said = f"the story asks for a mean squared error of {told}, and most= is {asked['most']:g}"
            yield Fault("story", line_in_page(evidence, told), f"{said}; correct one of them")
