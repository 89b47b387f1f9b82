"""Faults of what a misconception quotes from the story: numbers that do not stand there, or as another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page
from grader.prove.texts.slipped import has_slipped, known_numbers
from grader.prove.texts.stories import NUMBER, WORDS, in_words, number, shows

QUOTED = re.compile(r"\bstory's ([-−]?\d+(?:\.\d+)?)(?![\w.·*/^]*\w)")
"""A number that a text says to stand in the story."""

SAYS = re.compile(
    r"\b[Ss]tory(?:'s)? (?:[A-Za-z]+ ){0,4}?(?:gets|says|is|are|has|arrives at|goes to) "
    r"((?:(?:, | and |, and )?[-−]?\d+(?:\.\d+)?(?![\w·*/^]|\.\d))+)"
)
"""The same with a verb: ``the story's errors are 1, 3, -2, -4``."""

WORKED = re.compile(r"In the (?:worked|story)\b[^.?!:;]*(?:\.\d[^.?!:;]*)*")
"""A sentence that tells what the story has; what somebody's own program gives stands in others."""

TOLD = re.compile(
    r"(?<![\w.·*/^])([A-Za-zα-ω]\w?̂?) (?:is|=|becomes) ([-−]?\d+(?:\.\d+)?)(?![\w·*/^]|\.\d| ?[·*/^])"
)
"""A symbol and its number: ``m is 0.3``."""


def quoted_numbers(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that speaks of "the story's 10.5" where the story has no such number."""
    shown = {number(found) for found in NUMBER.findall(evidence.exercise.story)}
    for variant in evidence.exercise.misconceptions:
        text = " ".join((variant.message, *variant.hints))
        quoted = [
            *QUOTED.findall(text),
            *(one for said in SAYS.findall(text) for one in said_in(said)),
        ]
        for found in quoted:
            if number(found) not in shown and not in_words(number(found), evidence.exercise.story):
                message = (
                    f"the misconception {variant.id} speaks of the story's {found}, and the story has no "
                    "such number; correct it"
                )
                yield Fault("story", evidence.line_of(variant.id), message)


def said_in(text: str) -> list[str]:
    """Return the numbers of a list, or a single one that is no small count."""
    found = NUMBER.findall(text)
    return found if len(found) > 1 or number(found[0]) not in range(len(WORDS)) else []


def other_quotations(evidence: Evidence) -> Iterator[Fault]:
    """Report "In the worked number …" with a number that the story has not, or has for another symbol."""
    story, known = evidence.exercise.story, known_numbers(evidence)
    shown = {unsigned(found) for found in NUMBER.findall(story)}
    for id, sentence in sentences(evidence):
        for found in NUMBER.findall(sentence):
            worded = in_words(abs(number(found)), f"{story} {sentence}")
            if unsigned(found) not in shown and not worded and not any(shows(found, one) for one in known):
                yield fault(evidence, id, f"{found}, and the story has no such number; correct it")
        yield from exchanged(evidence, id, sentence)


def sentences(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield each sentence of a misconception that tells what the story has, after the misconception's id."""
    for variant in evidence.exercise.misconceptions:
        for text in (variant.message, *variant.hints):
            yield from ((variant.id, sentence) for sentence in WORKED.findall(text))


def exchanged(evidence: Evidence, id: str, sentence: str) -> Iterator[Fault]:
    """Report two symbols beside each other of which each has the number that the story gives the other."""
    there = set(TOLD.findall(evidence.exercise.story))
    for (one, first), (other, second) in pairwise(TOLD.findall(sentence)):
        said, turned = {(one, first), (other, second)}, {(one, second), (other, first)}
        if turned <= there and not said & there:
            words = f"{one} as {first} and {other} as {second}, and there it is the other way round"
            yield fault(evidence, id, words)


def fault(evidence: Evidence, id: str, said: str) -> Fault:
    """Return the fault of a misconception that quotes the story wrongly."""
    return Fault("story", evidence.line_of(id), f"the misconception {id} speaks of the story's {said}")


def unsigned(text: str) -> str:
    """Return a number's digits without its sign."""
    return text.lstrip("-−")


def slipped_quotations(evidence: Evidence) -> Iterator[Fault]:
    """Report a number of the story that a misconception has with another digit, or two exchanged."""
    told = [unsigned(text) for text in NUMBER.findall(evidence.exercise.story)]
    for variant in evidence.exercise.misconceptions:
        for text in NUMBER.findall(" ".join((variant.message, *variant.hints))):
            quoted = unsigned(text)
            near = next((one for one in told if has_slipped(one, float(quoted))), "")
            if quoted not in told and len(near) == len(quoted):
                words = f"the story says {near}, and the misconception {variant.id} {quoted}"
                yield Fault("story", line_in_page(evidence, near), f"{words}; correct one of them")
