"""Faults of a story: the name of another file, an answer that is not the check's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from grader.keys.key import KeyCheck
from grader.numbers.compare import graded
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page

RUN = re.compile(r"\bpython3? +([\w-]+)\.py\b")
"""How a story says which file to try."""

DATA = re.compile(r"`(data/[\w./-]+\.(?:csv|npy|txt))`")
"""How a story names a file of the page's own data."""

WORKED = re.compile(r"\*\*[^*]*\bworked out\b[^*]*\*\*", re.IGNORECASE)
"""How a story begins what it reckons with numbers."""

NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:\.\d+)?")

INPUTS_AT_LEAST = 3
"""Numbers that a story and a check must share before the one is taken to be about the other."""

WRITTEN = 6
"""Decimals that an author writes; a number with more was worked out by the page."""

SURE = 2
"""From so many answers on, none of them whole, it is no chance that a story has them all."""

ANSWERS_AT_MOST = 4
"""Numbers of an answer that a story may be expected to give in full."""


def other_files(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that says to run a file which students do not have."""
    for name in RUN.findall(evidence.exercise.story):
        if name != evidence.exercise.id:
            said = f"the story says to run {name}.py, and students get {evidence.exercise.id}.py; correct it"
            yield Fault("file", line_in_page(evidence, f"{name}.py"), said)


def other_data(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that names a data file which does not lie beside the page."""
    folder = evidence.source.path.parent
    for name in dict.fromkeys(DATA.findall(evidence.exercise.story)):
        if not (folder / name).is_file():
            said = f"the story speaks of {name}, and there is no such file beside the page; correct the name"
            yield Fault("file", line_in_page(evidence, name), said)


def other_answers(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that works with a public check's inputs and says no answer of any such check."""
    for block in re.split(r"\n\s*\n", evidence.exercise.story):
        if not WORKED.search(block):
            continue
        told = Counter(number(found) for found in NUMBER.findall(block))
        about = [place for place, check in enumerate(evidence.key.checks) if is_about(check, told)]
        answers = {place: answer(evidence, place) for place in about}
        if answers and not any(is_worked(found, evidence.exercise.story) for found in answers.values()):
            place, found = next(iter(answers.items()))
            shown = ", ".join(f"{one:.6g}" for one in found)
            yield Fault(
                "story",
                line_in_page(evidence, block.split("\n")[0].strip()),
                f"the story works with the inputs of the check {evidence.key.checks[place].title!r} and does "
                f"not say its answer, {shown}; correct the story's numbers, or the inputs",
            )


def other_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report a story that comes to a public check's answers, and has all of its inputs but one."""
    for block in re.split(r"\n\s*\n", evidence.exercise.story):
        told = Counter(number(found) for found in NUMBER.findall(block))
        if not WORKED.search(block) or any(is_about(check, told) for check in evidence.key.checks):
            continue
        for place, check in enumerate(evidence.key.checks):
            given = inputs_of(check)
            missing = [one for one in given if one not in told and not in_words(one, block)]
            right = [one for one in answer(evidence, place) if one != round(one)]
            sure = len(missing) == 1 and len(given) > INPUTS_AT_LEAST and len(right) >= SURE
            sure = sure and missing[0] not in counts_of(check)
            if check.public and sure and is_told(right, block):
                yield Fault(
                    "story",
                    line_in_page(evidence, block.split("\n")[0].strip()),
                    f"the story comes to the answer of the check {check.title!r} and does not say its "
                    f"input {missing[0]:g}; correct the story's numbers, or the inputs",
                )


def in_words(value: float, block: str) -> bool:
    """Tell whether a paragraph may say a small whole number as a word."""
    word = WORDS[int(value)] if value in range(len(WORDS)) else ""
    return bool(word) and re.search(rf"\b(?:{word})\b", block, re.IGNORECASE) is not None


WORDS = (
    *("zero|nothing|origin", "one|once", "two|twice|both", "three|thrice", "four", "five", "six"),
    *("seven", "eight", "nine", "ten"),
)
"""How a sentence says 0, 1, 2, …"""


def counts_of(check: KeyCheck) -> set[float]:
    """Return a check's whole numbers: a story tells steps or epochs one after the other."""
    return {float(one) for one in check.scenario.args if isinstance(one, int) and not isinstance(one, bool)}


def number(text: str) -> float:
    """Return the number that a text shows."""
    return float(text.replace("−", "-"))


def is_about(check: KeyCheck, told: Counter[float]) -> bool:
    """Tell whether all of a public check's inputs stand in a paragraph."""
    given = inputs_of(check)
    counts = Counter(counts_of(check))
    return check.public and len(set(given)) >= INPUTS_AT_LEAST and not Counter(given) - told - counts


def inputs_of(check: KeyCheck) -> list[float]:
    """Return the numbers among a check's inputs that a story has to show."""
    scenario = check.scenario
    plain = [
        float(one) for one in scenario.args if isinstance(one, int | float) and not isinstance(one, bool)
    ]
    entries = [float(one) for array in arrays(scenario).values() for one in array.ravel()]
    return [one for one in (*plain, *entries) if round(one, WRITTEN) == one]


def answer(evidence: Evidence, place: int) -> list[float]:
    """Return the numbers of a check's right answer; none where they are too many to be told."""
    seen = evidence.key.reference[place]
    found = [float(one) for name in graded(seen) for one in np.ravel(seen.values[name]).astype(float)]
    return found if len(found) <= ANSWERS_AT_MOST else []


def is_worked(answers: list[float], story: str) -> bool:
    """Tell whether a story comes to an answer: to all of its numbers, or to one entry of a vector's."""
    return is_told(answers, story) or (
        len(answers) >= INPUTS_AT_LEAST and any(is_told([one], story) for one in answers if one % 1)
    )


def is_told(answers: list[float], story: str) -> bool:
    """Tell whether a story gives all of an answer's numbers, as far as the digits shown tell."""
    shown = NUMBER.findall(story)
    return all(any(shows(text, one) for text in shown) for one in answers)


def shows(text: str, answer: float) -> bool:
    """Tell whether a text shows a number, rounded or cut off at its last digit."""
    decimals = len(text.partition(".")[2])
    if not decimals:
        return number(text) == round(answer, 9)
    off, digit = number(text) - answer, 10.0**-decimals
    cut_off = off * answer <= 0 and abs(off) < digit
    return cut_off or abs(off) <= 0.5 * digit * (1 + 1e-9)
