"""Put what is seen of a script into observations: right, wrong with a sentence, or not judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from grader.inside.observation import Observation, Outcome, Scenario
from grader.numbers.scripts.exercises.asked import Script
from grader.numbers.scripts.evidence.fields import line
from grader.numbers.scripts.evidence.records import Parameter
from grader.numbers.scripts.seeing import why
from grader.numbers.scripts.evidence.verdicts import Found

Pairs = Sequence[tuple[Parameter, Found]]
"""Parameters with their verdicts."""


def right(**flags: bool) -> Observation:
    """Return an observation of what should be so."""
    return Observation(Outcome.RETURNED, {name: np.asarray(True) for name in flags or {"right": True}})


def wrong(sentence: str, words: Mapping[str, str], **values: np.ndarray | bool) -> Observation:
    """Return an observation of what should not be so, with the sentence that says it and its words.

    ``values`` are what the mistake is recognised by.
    """
    arrays = {name: np.asarray(value) for name, value in values.items()}
    kinds = {"sentence": sentence, **words}
    return Observation(Outcome.RETURNED, {"right": np.asarray(False), **arrays}, kinds)


def unjudged(sentence: str, words: Mapping[str, str] = MappingProxyType({})) -> Observation:
    """Return an observation of what could not be judged, with the sentence that says why."""
    return Observation(Outcome.RETURNED, {}, {"sentence": sentence, **words})


def unseen(script: Script, scenario: Scenario) -> Observation:
    """Return what is said of a script whose steps were not seen: it stops, say, or nothing moves."""
    first = script.seen.first
    if script.is_empty:
        return wrong("whole.empty", {}, empty=True)
    verdict, reason = why(first)
    words = {
        "line": str(line(first, "error.line")),
        "error": (first.kinds.get("error", "") or str(first.error or "")).rstrip(".")[:400],
        "package": first.kinds.get("package", ""),
        "loop": str(line(first, "loop.line") or ""),
    }
    known = f"look.{verdict}.{reason}"
    if verdict == "not_judged" or (
        verdict == "wrong" and scenario.of in ("loss", "cleared", "ends", "predicts")
    ):
        return unjudged(known, words)
    return wrong(known, words, **{reason: True})


def not_judged(script: Script) -> Observation:
    """Return why the steps were not judged."""
    return unjudged(f"look.not_judged.{script.seen.judgement.reason}", words_of(script))


def unknown(pairs: Pairs) -> tuple[Parameter, Found] | None:
    """Return the first parameter that could not be judged beside one that is wrong."""
    return next((pair for pair in pairs if pair[1].verdict == "not_judged"), None)


def of_unknown(script: Script, one: Parameter, found: Found) -> Observation:
    """Return why one step could not be judged."""
    return unjudged(f"look.not_judged.{found.mistake}", words_of(script, one, found))


def of_parameter(script: Script, one: Parameter, found: Found) -> Observation:
    """Return what is wrong with one step; where it has no name, it is known by its numbers."""
    known = {found.mistake: number_of(one, found)}
    return wrong(f"look.parameter.{found.mistake}", words_of(script, one, found), **known)


def number_of(one: Parameter, found: Found) -> np.ndarray:
    """Return what a mistake is recognised by: where its name does not say it, by the numbers themselves."""
    if found.mistake == "direction":
        return one.step
    if found.mistake in ("another_factor", "unequal"):
        return np.asarray(np.nan if found.factor is None else found.factor)
    return np.asarray(True)


def called(script: Script, one: Parameter) -> str:
    """Return the exercise's name for a parameter, the script's own where that is not known."""
    for name in script.asked.parameters:
        if any(other is one for other, _ in script.holding(name) or ()):
            return name
    return one.name


def words_of(script: Script, one: Parameter | None = None, found: Found | None = None) -> dict[str, str]:
    """Return the words that sentences about steps are filled with."""
    evidence, judgement = script.seen.evidence, script.seen.judgement
    assert evidence is not None
    losses = evidence.losses[judgement.loss : judgement.loss + 1] if judgement.loss >= 0 else ()
    words = {
        "loss.how": losses[0].how if losses and not losses[0].called else "",
        "loss.name": losses[0].called or losses[0].name.partition(" in ")[0] if losses else "",
        "rate": judgement.rate,
        "memory": ", ".join(evidence.memory),
        "optimiser": evidence.optimiser,
        "wrong": ", ".join(one.name for one, found in script.found if found.verdict != "right"),
        "right": ", ".join(one.name for one, found in script.found if found.verdict == "right"),
        "count": str(sum(found.verdict != "right" for _, found in script.found)),
    }
    if one is not None and found is not None:
        words |= {
            "name": one.name,
            "line": str(one.lines[-1]) if one.lines else "0",
            "factor": "" if found.factor is None else repr(float(found.factor)),
            "size": str(found.number),
        }
    return {key: word[:180] for key, word in words.items()}
