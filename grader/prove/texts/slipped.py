"""Faults of single numbers in a story: a digit that slipped in an answer, one of two in a pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from grader.keys.key import KeyCheck
from grader.numbers.compare import graded
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page
from grader.prove.texts.on_the_way import numbers_on_the_way
from grader.prove.texts.stories import NUMBER, inputs_of, is_about, number, shows

DIGITS = 4
"""From so many digits on it is no chance that a number differs from an answer in one of them."""

PAIR = re.compile(r"\(\s*([-−]?\d+(?:\.\d+)?)\s*,\s*([-−]?\d+(?:\.\d+)?)\s*\)")
"""Two numbers in brackets: a vector, or what a pair of slopes is."""


def slipped_numbers(evidence: Evidence) -> Iterator[Fault]:
    """Report a number beside a public check's inputs that is its answer but for a digit or its sign."""
    shown = NUMBER.findall(evidence.exercise.story)
    on_the_way = numbers_on_the_way(evidence)
    known = {*known_numbers(evidence), *(one for noted in on_the_way.values() for one in noted)}
    for block, about in paragraphs(evidence):
        answers = [one for place in about for one in answers_of(evidence, place)]
        answers += [one for place in about for one in on_the_way.get(place, ())]
        untold = [one for one in answers if not any(shows(text, one) for text in shown)]
        for text in dict.fromkeys(NUMBER.findall(block)):
            meant = next((one for one in untold if has_slipped(text, one)), None)
            if meant is not None and not any(shows(text, one) for one in known):
                decimals = len(text.partition(".")[2])
                message = (
                    f"the story says {text}, and on its numbers the reference comes to {meant:.{decimals}f}"
                )
                yield Fault("story", line_in_page(evidence, text), f"{message}; correct it")


def other_pairs(evidence: Evidence) -> Iterator[Fault]:
    """Report a pair in brackets of which one number is another than in a public check that it works with."""
    for block in blocks(evidence):
        told = Counter(number(found) for found in NUMBER.findall(block))
        for place, check in enumerate(evidence.key.checks):
            known = [
                *rows_of(list(arrays(check.scenario).values())),
                *rows_of(answer_arrays(evidence, place)),
            ]
            if not check.public or not (is_about(check, told) or lacks_one(check, told)):
                continue
            for found in PAIR.finditer(block):
                pair = (number(found[1]), number(found[2]))
                near = [row for row in known if half_equal(found, row)]
                fits = any(shows(found[1], row[0]) and shows(found[2], row[1]) for row in known)
                missing = [row for row in near if not all(is_shown(block, one) for one in row)]
                strange = [one for one in pair if one not in known_numbers(evidence)]
                if not fits and len(missing) == len(near) == 1 and len(strange) == 1:
                    right = ", ".join(f"{one:.6g}" for one in near[0])
                    message = f"the story says {found[0]}, and the check {check.title!r} has ({right})"
                    yield Fault("story", line_in_page(evidence, found[0]), f"{message}; correct one of them")
                    return


def blocks(evidence: Evidence) -> list[str]:
    """Return a story's paragraphs."""
    return re.split(r"\n\s*\n", evidence.exercise.story)


def paragraphs(evidence: Evidence) -> Iterator[tuple[str, list[int]]]:
    """Yield each paragraph that has all inputs of a public check, with the places of these checks."""
    for block in blocks(evidence):
        told = Counter(number(found) for found in NUMBER.findall(block))
        about = [place for place, check in enumerate(evidence.key.checks) if is_about(check, told)]
        if about:
            yield block, about


def lacks_one(check: KeyCheck, told: Counter[float]) -> bool:
    """Tell whether a paragraph has all of a check's inputs, four or more, but for one number."""
    given = Counter(inputs_of(check))
    return given.total() >= DIGITS and len(given) >= 3 and (given - told).total() == 1


def answer_arrays(evidence: Evidence, place: int) -> list[np.ndarray]:
    """Return the numbers of a check's right answer."""
    seen = evidence.key.reference[place]
    return [seen.values[name] for name in graded(seen) if seen.values[name].dtype.kind in "iuf"]


def answers_of(evidence: Evidence, place: int) -> list[float]:
    """Return all numbers of a check's right answer."""
    return [float(one) for array in answer_arrays(evidence, place) for one in np.ravel(array)]


def rows_of(found: Sequence[np.ndarray]) -> Iterator[tuple[float, float]]:
    """Yield the rows of two numbers in arrays, and two numbers that stand beside each other."""
    for array in found:
        if array.ndim and array.shape[-1] == 2:
            yield from ((float(one), float(other)) for one, other in array.reshape(-1, 2))
    single = [float(np.ravel(array)[0]) for array in found if array.size == 1]
    if len(single) == 2:
        yield single[0], single[1]


def half_equal(found: re.Match[str], row: tuple[float, float]) -> bool:
    """Tell whether one number of a pair, not 0, is that of a row at its place, and the other is not."""
    first, second = shows(found[1], row[0]), shows(found[2], row[1])
    return first != second and (row[0] if first else row[1]) != 0


def is_shown(block: str, value: float) -> bool:
    """Tell whether a paragraph shows a number."""
    return any(shows(text, value) for text in NUMBER.findall(block))


def known_numbers(evidence: Evidence) -> set[float]:
    """Return all inputs and answers of the public checks."""
    public = [place for place, check in enumerate(evidence.key.checks) if check.public]
    given = {one for place in public for one in inputs_of(evidence.key.checks[place])}
    return given | {one for place in public for one in answers_of(evidence, place)}


def has_slipped(text: str, answer: float) -> bool:
    """Tell whether a number is an answer but for one digit, two that changed places, or the sign."""
    decimals = len(text.partition(".")[2])
    told, meant = text.replace("−", "-"), f"{answer:.{decimals}f}"
    if not decimals or len(re.sub(r"\D", "", told).lstrip("0")) < DIGITS:
        return False
    if told.lstrip("-") == meant.lstrip("-"):
        return told != meant
    if len(told) != len(meant):
        return False
    off = [place for place, (one, other) in enumerate(zip(told, meant, strict=True)) if one != other]
    turned = len(off) == 2 and (told[off[0]], told[off[1]]) == (meant[off[1]], meant[off[0]])
    turned = turned and not set(told[off[0] + 1 : off[1]]) - {"."}
    # In the last place it is rounding.
    return (len(off) == 1 and off[0] < len(told) - 1) or turned
