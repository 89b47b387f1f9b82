"""Put a judgement into words: a sentence for the script, and one for each parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from grader.grading.scripts.remarks import TOO_FAR, left_out, notes, trouble
from grader.grading.scripts.saying import PRECISE
from grader.inside.observation import Observed
from grader.intake.scripts import Script
from grader.numbers.scripts.evidence.records import Evidence, Look, Parameter, ParameterVerdict, Run
from grader.numbers.scripts.evidence.verdicts import UNCLEARED, Found, Judgement
from grader.numbers.scripts.judging import factors
from grader.numbers.scripts.judging.fitting import Fit, equal, of_parameter
from grader.words.catalogue import has_sentence, sentence
from grader.words.lists import listed
from grader.words.location import as_written, phrase
from grader.words.message import laid_out
from grader.words.plain import number


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
    why = trouble(found, judgement, ran) if verdict in ("right", "constant") else ""
    # Where steps are too long, that is what drives the loss away.
    if why and not (verdict == "constant" and why in TOO_FAR):
        verdict, reason = "wrong", why
    if verdict in ("wrong", "constant"):
        line = next((one.line for one in told if one.verdict == verdict and one.line), 0)
    words = facts(found, judgement, ran, told)
    if reason == "unmoved":
        told += tuple(map(unmoved, left_out(found, judgement)))
    return Look(
        path=script.path,
        sha256=script.sha256,
        verdict=verdict,
        reason=reason,
        message=headline(id_of(found, verdict, reason), reason, words),
        line=line,
        parameters=told,
        loss=loss_name(found, judgement.loss),
        rate=judgement.rate,
        loop=found.loop,
        family=family,
        optimiser=found.optimiser,
        run=ran if is_followed(found, judgement) else Run(),
        mistakes=mistakes(told, verdict, reason),
        notes=tuple(notes(found, judgement, ran, text)),
        source=as_written(text),
        seconds=sum(one.seconds for one in seen.row),
        protections=seen.protections,
        tier=seen.tier,
    )


def headline(id: str, reason: str, words: Mapping[str, object]) -> str:
    """Return the sentence on the script: one of its own, or which steps are off and what is said of each."""
    if has_sentence(id):
        return sentence(id, **words)
    return sentence(f"look.parameter.{reason}", **{**words, "name": sentence("look.off", **words)})


def id_of(found: Evidence, verdict: str, reason: str) -> str:
    """Return the id of the sentence on the script; steps by an optimiser's own rule are not judged.

    Where two outputs or samples are, a factor of 2 may come from a mean over them; where slopes are taken by
    differences, from their width.
    """
    if verdict == "right" and (found.scaled or any(one.rule for one in found.parameters)):
        return f"look.right.{reason}.given"
    more = ""
    if verdict == "constant" and reason in ("twice", "half"):
        more = ".width" if found.differenced else ".two" if 2 in found.sizes else ""
    return f"look.{verdict}.{reason}{more}"


def names(many: Sequence[str]) -> str:
    """Return names as a list in a sentence, "" for none."""
    return laid_out(listed(many)) if many else ""


def is_followed(found: Evidence, judgement: Judgement) -> bool:
    """Tell whether a run's losses are those of the script, and not known up to a constant only."""
    loss = found.losses[judgement.loss]
    return not loss.is_guessed or (loss.how == "squared" and loss.size == 1)


def mistakes(told: tuple[ParameterVerdict, ...], verdict: str, reason: str) -> tuple[str, ...]:
    """Return the ids of the mistakes that have a name."""
    ids = [one.mistake for one in told if one.mistake]
    ids += [reason] if verdict in ("wrong", "constant") else []
    return tuple(one for one in dict.fromkeys(ids) if one not in UNNAMED)


UNNAMED = frozenset({"direction", "another_factor", "unequal", "right", "no_step"})
"""Verdicts that say where something is wrong, and not what."""


def facts(
    found: Evidence, judgement: Judgement, ran: Run, told: tuple[ParameterVerdict, ...]
) -> dict[str, object]:
    """Return the words that sentences about the whole script are filled with."""
    wrong = [one.name for one in told if one.verdict not in ("right", "not_judged")]
    right = [one.name for one in told if one.verdict == "right"]
    factor = next((one.factor for one in told if one.factor is not None), None)
    size = next((given.number for given in judgement.parameters if given.number), 0)
    return {
        "loss": loss_name(found, judgement.loss),
        "rate": judgement.rate,
        "wrong": names(wrong),
        "right": names(right),
        "count": max(len(wrong), 1),
        "factor": "" if factor is None else number(factor, PRECISE),
        "size": str(size),
        "round": str(ran.first_bad),
        "unmoved": names(left_out(found, judgement)),
        "memory": names(found.memory),
        "optimiser": found.optimiser,
    }


def loss_name(found: Evidence, loss: int) -> str:
    """Return what a script calls its loss."""
    if not 0 <= loss < len(found.losses):
        return ""
    one = found.losses[loss]
    if one.called:
        return one.called
    known = f"look.loss.{one.how}{'.nth' if one.how == 'backward' != one.name else ''}"
    return sentence(known, name=one.name) if has_sentence(known) else one.name.partition(" in ")[0]


def parameter(
    found: Evidence, judgement: Judgement, one: Parameter, given: Found, text: str
) -> ParameterVerdict:
    """Return what is said of one parameter."""
    line = one.lines[-1] if one.lines else 0
    loss = given.loss if given.loss >= 0 else judgement.loss
    seen = of_parameter(found, one, loss)
    rate = own_rate(found, one, seen) if given.verdict == "right" else judgement.rate
    unknown = given.verdict == "right" and seen.blind and bool(one.step.any())
    words = {
        "name": one.name,
        "place": phrase(text, line, first=True) if line else "",
        "factor": "" if given.factor is None else number(given.factor, PRECISE),
        "size": str(given.number),
        "loss": loss_name(found, loss),
        "rate": rate,
        "optimiser": one.rule,
    }
    id = (
        given.mistake
        if given.verdict != "right"
        else right_word(one, seen, rate, judgement, bool(found.scaled))
    )
    step, slope = shown(one, judgement, given, loss, seen)
    return ParameterVerdict(
        name=one.name,
        verdict="not_judged" if unknown else given.verdict,
        mistake=given.mistake,
        message=sentence(f"look.parameter.{id}", **words),
        line=line,
        factor=given.factor,
        step=step,
        slope=slope,
    )


def unmoved(name: str) -> ParameterVerdict:
    """Return what is said of a parameter that no step moves."""
    return ParameterVerdict(name, "wrong", "unmoved", sentence("look.parameter.no_step", name=name))


def right_word(one: Parameter, seen: Fit, rate: str, judgement: Judgement, scaled: bool = False) -> str:
    """Return the id of what is said of a right step: with its rate, where that is surely its factor."""
    if seen.blind:
        return "unknown" if one.step.any() else "right.still"
    if one.rule:
        return "right.given"
    if scaled:
        return "right.scaled"
    if judgement.reason == "momentum":
        return "right.momentum"
    return "right" if rate else "right.no_rate"


def own_rate(found: Evidence, one: Parameter, seen: Fit) -> str:
    """Return the name of the rate in a step, "" where the step is another multiple of the slope."""
    if not seen.holds:
        return ""
    name, left = factors.rate_of(one, seen.factor, found.single)
    return name if left is not None and equal(left, 1.0, found.single) else ""


def shown(
    one: Parameter, judgement: Judgement, given: Found, loss: int, seen: Fit
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return steps of a draw, the first that shows it, beside what they should be, none where unknown.

    Where a second round holds the slope of the first, its step is the one that is off.
    """
    factor = right_factor(judgement, given, seen)
    if factor is None:
        return (), ()
    second = given.mistake in UNCLEARED and len(one.second_step) > 0
    steps = one.second_step if second else one.step
    rights = (one.second_slope if second else one.slope)[:, loss] * factor
    off = np.nan_to_num(np.abs(steps - rights).max(axis=1, initial=0.0))
    draw = 0 if given.verdict == "right" or off[0] > 0 else int(off.argmax())
    step, right = steps[draw], rights[draw]
    return tuple(map(float, step[:12])), tuple(map(float, right[:12]))


def right_factor(judgement: Judgement, given: Found, seen: Fit) -> float | None:
    """Return what a step should be of its slope, None where that is not known."""
    if judgement.verdict == "constant":
        return judgement.factor / (judgement.parameters[0].factor or 1.0)
    if given.verdict == "right" or given.mistake in UNCLEARED:
        return seen.factor if seen.holds and not seen.blind else None
    if not judgement.rate and judgement.factor == 1.0:
        return None
    return abs(judgement.factor)
