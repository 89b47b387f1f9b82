"""Faults of vectors in texts: ``(0.0420, 0.1412, 0.8438)`` where a check has 0.1142 in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page
from grader.prove.texts.slipped import answer_arrays, has_slipped
from grader.prove.texts.stories import NUMBER, shows

VECTOR = re.compile(r"\(\s*[-−]?\d+(?:\.\d+)?(?:\s*,\s*[-−]?\d+(?:\.\d+)?){2,}\s*\)")
"""Three numbers or more in brackets."""

DIGITS = 3
"""Digits from which on it is no chance that two entries of a vector are those of a check."""


def other_vectors(evidence: Evidence) -> Iterator[Fault]:
    """Report a vector that is a row of a public check's, all but for one entry, and nowhere as it is."""
    known = [(check, row) for check, row in rows(evidence)]
    texts = [("the story", evidence.exercise.story)]
    texts += [
        (f"the misconception {one.id}", " ".join((one.message, *one.hints)))
        for one in evidence.exercise.misconceptions
    ]
    for where, text in texts:
        for found in VECTOR.findall(text):
            told = NUMBER.findall(found)
            alike = [(check, row, off) for check, row in known if len(off := differing(told, row)) < 2]
            if not alike or any(not off for _, _, off in alike):
                continue
            check, row, (place,) = alike[0]
            sure = [one for at, one in enumerate(told) if at != place and len(one.lstrip("-−0.")) >= DIGITS]
            # A gradient may well be the vector of the story but for one entry; a slip is a few digits.
            if len(sure) > 1 and has_slipped(told[place], row[place]):
                said = f"{where} has {told[place]} in {found}, and the check {check!r} {row[place]:.6g}"
                yield Fault("story", line_in_page(evidence, told[place]), f"{said}; correct one of them")


def rows(evidence: Evidence) -> Iterator[tuple[str, Sequence[float]]]:
    """Yield every row of the public checks' inputs and answers, after the check's title."""
    for place, check in enumerate(evidence.key.checks):
        given = [*arrays(check.scenario).values(), *answer_arrays(evidence, place)] if check.public else []
        for array in given:
            if array.ndim and array.shape[-1] > 2:
                yield from (
                    (check.title, row)
                    for row in np.asarray(array, float).reshape(-1, array.shape[-1]).tolist()
                )


def differing(told: Sequence[str], row: Sequence[float]) -> list[int]:
    """Return the places at which a text shows other numbers than a row; of another length all of them."""
    if len(told) != len(row):
        return [*range(len(told) + 1)]
    return [place for place, (text, one) in enumerate(zip(told, row, strict=True)) if not shows(text, one)]
