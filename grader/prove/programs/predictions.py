"""Faults of predictions: an answer that a guess of 0 comes near, or that a wrong one comes near."""

from __future__ import annotations

from collections.abc import Iterator

from grader.keys.key import AnswerKey
from grader.keys.making.looker import Looker
from grader.numbers.sealed import ROOM, answer_of
from grader.prove.evidence.proof import Answers, Evidence, Fault

GUESSED = 10
"""An answer that is not so many times as large as it may be off is guessed too easily."""


def gather(look: Looker, made: AnswerKey) -> Answers:
    """Return the predicted numbers, which a key holds sealed."""
    places = [place for place, check in enumerate(made.checks) if check.sealed]
    if not places:
        return {}
    programs = {"reference": look.exercise.reference}
    programs |= {variant.id: variant.program for variant in look.exercise.variants}
    rows = {id: look.row(program, made.scenarios) for id, program in programs.items()}
    return {place: {id: answer_of(row[place]) for id, row in rows.items()} for place in places}


def near_predictions(evidence: Evidence) -> Iterator[Fault]:
    """Report a prediction whose answer, or a wrong one, is hardly further off than an answer may be."""
    for place, answers in evidence.predicted.items():
        check = evidence.exercise.checks[place]
        right = answers["reference"] or 0.0
        line = evidence.line_of_check(place)
        if abs(right) < GUESSED * check.within and not (right.is_integer() and check.within <= 0.5):
            yield Fault(
                "within",
                line,
                f"the answer of the check {check.title!r} is only {abs(right) / check.within:.2g} times as "
                f"large as within={check.within:g}, so that a guess comes near it; make within= smaller, at "
                f"most a {GUESSED}th of the answer",
            )
        for variant in evidence.exercise.variants:
            off = abs((answers[variant.id] or 0.0) - right) if answers[variant.id] is not None else 0.0
            if check.within < off <= 2 * ROOM * check.within:
                yield Fault(
                    "within",
                    line,
                    f"on the check {check.title!r} {variant.id} is {off / check.within:.2g} times within= "
                    "off, where chance decides whether an answer is right; change within=, or the numbers",
                )
