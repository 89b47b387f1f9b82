"""What is said of a step holds for the step that the script makes."""

from __future__ import annotations

import numpy as np
import pytest

from grader.grading.scripts.telling import right_factor, right_word
from grader.numbers.scripts.evidence.records import Parameter
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging.fitting import Fit

RIGHT = Judgement("right", "right", 0, "lr", 0.1)


def parameter(step: float, rule: str = "") -> Parameter:
    """Return a parameter that makes a step, perhaps by an optimiser's own rule."""
    none = np.zeros((0, 1))
    return Parameter(
        name="w",
        shape=(1,),
        lines=(3,),
        start=np.ones((1, 1)),
        whole=np.ones((1, 1)),
        step=np.full((1, 1), step),
        slope=np.ones((1, 1, 1)),
        error=np.zeros((1, 1, 1)),
        directions=np.eye(1),
        second_step=none,
        second_slope=none[:, None],
        rule=rule,
    )


@pytest.mark.parametrize(
    ("step", "rule", "draws", "rate", "reason", "expected"),
    [
        (0.1, "", 3, "lr", "right", "right"),
        (0.1, "", 3, "", "right", "right.no_rate"),
        (0.1, "", 3, "lr", "momentum", "right.momentum"),
        (0.1, "Adam", 3, "lr", "right", "right.given"),
        (0.0, "", 0, "lr", "right", "right.still"),
        (0.1, "", 0, "lr", "right", "unknown"),
    ],
)
def test_a_right_step_is_called_what_it_is(
    step: float, rule: str, draws: int, rate: str, reason: str, expected: str
) -> None:
    """A rate is named where it is surely the factor; of an optimiser's own rule only its gradient is told."""
    judged = Judgement("right", reason, 0)
    assert right_word(parameter(step, rule), Fit(0.1, True, draws), rate, judged) == expected


@pytest.mark.parametrize(
    ("judgement", "given", "expected"),
    [
        (RIGHT, Found("right"), 0.3),
        (Judgement("wrong", "uphill", 0, "lr", -0.1), Found("wrong", "uphill"), 0.1),
        (Judgement("wrong", "direction", 0), Found("wrong", "direction"), None),
    ],
)
def test_a_step_is_shown_beside_what_it_should_be(
    judgement: Judgement, given: Found, expected: float | None
) -> None:
    """Uphill steps stand beside steps down; where no rate is known nothing is shown."""
    assert right_factor(judgement, given, Fit(0.3, True, 3)) == expected
