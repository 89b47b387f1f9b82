"""Turn what the checks saw of a whole script into verdicts, with the points of what was judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.grading.comparison import Compared, Comparison
from grader.grading.scripts.saying import said
from grader.grading.verdict import Verdict


def judge(compared: Comparison, text: str) -> tuple[Verdict, ...]:
    """Return a verdict for every check; what cannot be judged takes nothing away and gives nothing.

    Its points go to the checks that were judged, each in proportion. Where no step is wrong, and none that is
    asked for was judged, nothing is.
    """
    assert all(one.check.public for one in compared.checks), "of a hidden check no reason may be told"
    verdicts = [verdict(one, text) for one in compared.checks]
    if not is_judged(compared):
        reason = next((one.message for one in verdicts if one.status == "not_judged"), "")
        return tuple(open_(replace(one, message=reason)) for one in verdicts)
    return shared_out(verdicts)


def is_judged(compared: Comparison) -> bool:
    """Tell whether a step is wrong, or the step of some parameter that is asked for could be judged."""
    return any(
        one.check.scenario.of == "direction" or (one.check.scenario.of == "size" and not one.passed)
        for one in compared.checks
        if one.got.values
    )


def verdict(one: Compared, text: str) -> Verdict:
    """Return the verdict on one check by itself."""
    check = one.check
    blank = Verdict(check.id, check.title, check.task, check.public, "passed", check.points, check.points)
    if one.passed:
        return blank
    message, line = said(one.got, text), int(one.got.kinds.get("line", "0"))
    if not one.got.values:
        return replace(blank, status="not_judged", points=0, message=message)
    status = "raised" if one.got.kinds.get("sentence", "").startswith("look.stops.") else "failed"
    return replace(blank, status=status, points=0, message=message, line=line)


def open_(one: Verdict) -> Verdict:
    """Return a verdict as one that was not reached."""
    return replace(one, status="not_judged", points=0, max_points=0)


def shared_out(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return verdicts with the points of what was not judged shared out to what was."""
    total = sum(one.max_points for one in verdicts)
    judged = sum(one.max_points for one in verdicts if one.status != "not_judged")
    scale = total / judged if judged else 0.0
    return tuple(
        open_(one)
        if one.status == "not_judged"
        else replace(one, points=one.points * scale, max_points=one.max_points * scale)
        for one in verdicts
    )
