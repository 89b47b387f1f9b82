"""The path of looking at a script: see its loops, then say what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.grading.scripts import telling, unjudged
from grader.intake.scripts import Script
from grader.numbers.scripts.evidence.records import Look
from grader.numbers.scripts.seeing import Observer, Seen, see_all
from grader.words.catalogue import sentence
from grader.words.location import phrase

WORST = ("wrong", "stops", "constant", "right", "not_judged")
"""Verdicts in the order in which one of several loops stands for the whole script."""

OPEN = ("no_loss", "chosen")
"""Reasons with which nobody knows whether another loop trains anything."""


def look(script: Script, sandbox: Observer) -> Look:
    """Look at a script and say what is wrong with its steps.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    seen = together([said(script, seen) for seen in seen_of(script, sandbox)])
    if not script.stops:
        return seen
    place = phrase(script.program.text, script.stops, first=True)
    return replace(seen, notes=(sentence("look.note.python2", place=place), *seen.notes))


def seen_of(script: Script, sandbox: Observer) -> list[Seen]:
    """See all loops of a script that train something.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    return see_all(script.program.text, script.program.filename, script.notebook, sandbox)


def said(script: Script, seen: Seen) -> Look:
    """Return what is said of one loop of a script."""
    if seen.evidence is None:
        return unjudged.without(script, seen.first, seen.observed)
    family = seen.family.name if seen.family else ""
    return telling.tell(script, seen.evidence, seen.judgement, seen.run, seen.observed, family)


def together(looks: Sequence[Look]) -> Look:
    """Return what is said of a script with several loops: the worst stands first, the others behind it."""
    first = min(looks, key=lambda one: WORST.index(one.verdict))
    rest = sorted((one for one in looks if one is not first), key=lambda one: one.loop)
    others = [one for one in rest if one.reason not in OPEN]
    places = [phrase(one.source, one.loop[0], first=True) for one in rest if one.reason in OPEN]
    notes = tuple(sentence("look.note.other", place=place) for place in places)
    named = dict.fromkeys(id for one in (first, *others) for id in one.mistakes)
    seconds = sum(one.seconds for one in looks)
    return replace(
        first, others=tuple(others), mistakes=tuple(named), notes=first.notes + notes, seconds=seconds
    )
