"""Faults of a story: the name of another file, an answer that is not the check's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from grader.keys.key import KeyCheck
from grader.numbers.compare import graded
from grader.prove.arithmetic import line_in_page
from grader.prove.proof import Evidence, Fault
from grader.prove.special import arrays

RUN = re.compile(r"\bpython3? +([\w-]+)\.py\b")
"""How a story says which file to try."""

WORKED = re.compile(r"\*\*[^*]*\bworked out\b[^*]*\*\*", re.IGNORECASE)
"""How a story begins what it reckons with numbers."""

NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:\.\d+)?")

INPUTS_AT_LEAST = 3
"""Numbers that a story and a check must share before the one is taken to be about the other."""

ANSWERS_AT_MOST = 4
"""Numbers of an answer that a story may be expected to give in full."""


def other_files(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that says to run a file which students do not have."""
    for name in RUN.findall(evidence.exercise.story):
        if name != evidence.exercise.id:
            said = f"the story says to run {name}.py, and students get {evidence.exercise.id}.py; correct it"
            yield Fault("file", line_in_page(evidence, f"{name}.py"), said)


def other_answers(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that works with a public check's inputs and says no answer of any such check."""
    for block in re.split(r"\n\s*\n", evidence.exercise.story):
        if not WORKED.search(block):
            continue
        told = Counter(number(found) for found in NUMBER.findall(block))
        about = [place for place, check in enumerate(evidence.key.checks) if is_about(check, told)]
        answers = {place: answer(evidence, place) for place in about}
        if answers and not any(is_told(found, evidence.exercise.story) for found in answers.values()):
            place, found = next(iter(answers.items()))
            shown = ", ".join(f"{one:.6g}" for one in found)
            yield Fault(
                "story",
                line_in_page(evidence, block.split("\n")[0].strip()),
                f"the story works with the inputs of the check {evidence.key.checks[place].title!r} and does "
                f"not say its answer, {shown}; correct the story's numbers, or the inputs",
            )


def number(text: str) -> float:
    """Return the number that a text shows."""
    return float(text.replace("−", "-"))


def is_about(check: KeyCheck, told: Counter[float]) -> bool:
    """Tell whether all of a public check's inputs stand in a paragraph."""
    if not check.public:
        return False
    scenario = check.scenario
    plain = [
        float(one) for one in scenario.args if isinstance(one, int | float) and not isinstance(one, bool)
    ]
    entries = [float(one) for array in arrays(scenario).values() for one in array.ravel()]
    return len({*plain, *entries}) >= INPUTS_AT_LEAST and not Counter([*plain, *entries]) - told


def answer(evidence: Evidence, place: int) -> list[float]:
    """Return the numbers of a check's right answer; none where they are too many to be told."""
    seen = evidence.key.reference[place]
    found = [float(one) for name in graded(seen) for one in np.ravel(seen.values[name]).astype(float)]
    return found if len(found) <= ANSWERS_AT_MOST else []


def is_told(answers: list[float], story: str) -> bool:
    """Tell whether a story gives all of an answer's numbers, as far as the digits shown tell."""
    shown = NUMBER.findall(story)
    return all(any(shows(text, one) for text in shown) for one in answers)


def shows(text: str, answer: float) -> bool:
    """Tell whether a text shows a number, rounded or cut off at its last digit."""
    decimals = len(text.partition(".")[2])
    return abs(number(text) - answer) <= 10.0**-decimals if decimals else number(text) == round(answer, 9)
