"""Put a judgement into words: a sentence for the script, one for each parameter, and notes."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from grader.inside.observation import Observation, Observed
from grader.intake.scripts import Script
from grader.numbers.scripts import seeing
from grader.numbers.scripts.records import Evidence, Look, Parameter, ParameterVerdict, Run
from grader.numbers.scripts.verdicts import Found, Judgement
from grader.words.catalogue import sentence, sentences
from grader.words.location import phrase
from grader.words.plain import number

GROWS = 100.0
"""A loss that ends so many times above its start was driven there by too long steps."""

PRECISE = 6
"""Digits of a factor in a sentence."""


def tell(
    script: Script, found: Evidence, judgement: Judgement, ran: Run, seen: Observed, family: str
) -> Look:
    """Return everything that is said of a script whose loop was found."""
    text = script.program.text
    verdict, reason, line = judgement.verdict, judgement.reason, 0
    told = tuple(
        parameter(found, judgement, one, given, text)
        for one, given in zip(found.parameters, judgement.parameters, strict=False)
    )
    if verdict in ("right", "constant") and (why := trouble(found, judgement, ran)):
        verdict, reason = "wrong", why
    if verdict in ("wrong", "constant"):
        line = next((one.line for one in told if one.verdict == verdict and one.line), 0)
    words = facts(found, judgement, ran, told)
    return Look(
        path=script.path,
        sha256=script.sha256,
        verdict=verdict,
        reason=reason,
        message=sentence(f"look.{verdict}.{reason}", **words),
        line=line,
        parameters=told,
        loss=loss_name(found, judgement.loss),
        rate=judgement.rate,
        loop=found.loop,
        family=family,
        optimiser=found.optimiser,
        run=ran,
        mistakes=mistakes(told, verdict, reason),
        notes=tuple(notes(found, judgement, ran)),
        source=text,
        seconds=sum(one.seconds for one in seen.row),
        protections=seen.protections,
        tier=seen.tier,
    )


def mistakes(told: tuple[ParameterVerdict, ...], verdict: str, reason: str) -> tuple[str, ...]:
    """Return the ids of the mistakes that have a name."""
    ids = [one.mistake for one in told if one.mistake]
    ids += [reason] if verdict in ("wrong", "constant") else []
    return tuple(one for one in dict.fromkeys(ids) if one not in UNNAMED)


UNNAMED = frozenset({"direction", "another_factor", "unequal", "right", "no_step"})
"""Verdicts that say where something is wrong, and not what."""


def facts(
    found: Evidence, judgement: Judgement, ran: Run, told: tuple[ParameterVerdict, ...]
) -> dict[str, str]:
    """Return the words that sentences about the whole script are filled with."""
    wrong = [one.name for one in told if one.verdict != "right"]
    right = [one.name for one in told if one.verdict == "right"]
    factor = next((one.factor for one in told if one.factor is not None), None)
    size = next((given.number for given in judgement.parameters if given.number), 0)
    return {
        "loss": loss_name(found, judgement.loss),
        "rate": judgement.rate,
        "wrong": ", ".join(wrong),
        "right": ", ".join(right),
        "factor": "" if factor is None else number(factor, PRECISE),
        "size": str(size),
        "round": str(ran.first_bad),
        "unmoved": ", ".join(found.unmoved),
        "memory": ", ".join(found.memory),
        "optimiser": found.optimiser,
    }


def loss_name(found: Evidence, loss: int) -> str:
    """Return what a script calls its loss."""
    if not 0 <= loss < len(found.losses):
        return ""
    one = found.losses[loss]
    known = f"look.loss.{one.how}"
    return sentence(known, name=one.name) if known in sentences() else one.name.partition(" in ")[0]


def parameter(
    found: Evidence, judgement: Judgement, one: Parameter, given: Found, text: str
) -> ParameterVerdict:
    """Return what is said of one parameter."""
    line = one.lines[-1] if one.lines else 0
    words = {
        "name": one.name,
        "place": phrase(text, line, first=True) if line else "",
        "factor": "" if given.factor is None else number(given.factor, PRECISE),
        "size": str(given.number),
        "loss": loss_name(found, judgement.loss),
        "rate": judgement.rate,
    }
    id = given.mistake if given.verdict != "right" else judgement_word(judgement)
    step, slope = shown(one, judgement)
    return ParameterVerdict(
        name=one.name,
        verdict=given.verdict,
        mistake=given.mistake,
        message=sentence(f"look.parameter.{id}", **words),
        line=line,
        factor=given.factor,
        step=step,
        slope=slope,
    )


def judgement_word(judgement: Judgement) -> str:
    """Return the id of what is said of a right step: with its rate, where that is known."""
    return "right" if judgement.rate else "right.no_rate"


def shown(one: Parameter, judgement: Judgement) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the steps of the first draw beside what they should be, at most so many numbers."""
    if judgement.loss < 0:
        return (), ()
    right = one.slope[0, judgement.loss] * (
        judgement.factor if judgement.verdict != "constant" else in_rate(judgement)
    )
    return tuple(map(float, one.step[0][:12])), tuple(map(float, right[:12]))


def in_rate(judgement: Judgement) -> float:
    """Return the rate of a judgement whose factor is another constant."""
    left = judgement.parameters[0].factor or 1.0
    return judgement.factor / left


def trouble(found: Evidence, judgement: Judgement, ran: Run) -> str:
    """Return what is wrong although every step is right: the run's end, or an array that no step moves."""
    if ran.first_bad:
        return "not_finite"
    if diverges(ran):
        return "diverges"
    how = "recorded" if found.losses[judgement.loss].how == "backward" else "beside"
    if how in found.unmoved.values():
        return "unmoved"
    return ""


def diverges(ran: Run) -> bool:
    """Tell whether the losses of a run end far above where they began."""
    if len(ran.losses) < 8:
        return False
    part = max(len(ran.losses) // 8, 2)
    first, last = np.mean(np.abs(ran.losses[:part])), np.mean(np.abs(ran.losses[-part:]))
    return bool(last > GROWS * first and last > 1e-6 and math.isfinite(float(first)))


def notes(found: Evidence, judgement: Judgement, ran: Run) -> Iterator[str]:
    """Yield what else is worth saying."""
    if found.optimiser and found.optimiser != "SGD":
        yield sentence("look.note.optimiser", optimiser=found.optimiser)
    for name, how in found.unmoved.items():
        if how == "named":
            yield sentence("look.note.unmoved", name=name)
    if found.single:
        yield sentence("look.note.single")
    if ran.stopped and not ran.first_bad:
        yield sentence("look.note.run", rounds=ran.rounds)


# ---- nothing to judge ----------------------------------------------------------------------------


def without(script: Script, first: Observation, seen: Observed) -> Look:
    """Return what is said of a script whose steps were not seen: it stops, say, or nothing moves."""
    verdict, reason = why(first)
    line = int(first.values.get("error.line", 0))
    words = {
        "place": phrase(script.program.text, line, first=True) if line else sentence("look.somewhere"),
        "error": (first.kinds.get("error", "") or str(first.error or "")).rstrip("."),
        "package": first.kinds.get("package", ""),
        "loop": str(int(first.values["loop.line"])) if "loop.line" in first.values else "",
    }
    return Look(
        path=script.path,
        sha256=script.sha256,
        verdict=verdict,
        reason=reason,
        message=sentence(f"look.{verdict}.{reason}", **words),
        line=line if verdict == "stops" else 0,
        mistakes=(reason,) if verdict == "wrong" else (),
        source=script.program.text,
        seconds=sum(one.seconds for one in seen.row),
        protections=seen.protections,
        tier=seen.tier,
    )


def why(first: Observation) -> tuple[str, str]:
    """Return verdict and reason of an observation that is no evidence."""
    verdict, reason = seeing.why(first)
    return verdict, reason if f"look.{verdict}.{reason}" in sentences() else "unreadable"
