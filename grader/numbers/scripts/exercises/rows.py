"""A script's row: one observation for each check of its exercise, made of what was seen of it."""

from __future__ import annotations

from collections.abc import Sequence

from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario
from grader.numbers.scripts.exercises import asked
from grader.numbers.scripts.exercises.answers import unseen
from grader.numbers.scripts.exercises.asked import Script
from grader.numbers.scripts.exercises.checks import CHECKS
from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.seeing import Observer, see

TRAINING_SECONDS = 4.0
"""How long a script may train; most take a tenth of a second."""


CELL = "# %% "
"""What the text of a notebook begins with."""


def observe(program: Program, scenarios: Sequence[Scenario], sandbox: Observer) -> Observed:
    """Return a script's row on the checks of a script exercise.

    Raises:
        SandboxError: the sandbox failed; nothing is known of the script.
    """
    text = program.text
    wanted = asked.read(scenarios[0])

    def mark(found: Evidence) -> Evidence:
        return asked.marked(found, wanted)

    seen = see(
        text,
        program.filename,
        text.startswith(CELL),
        sandbox,
        TRAINING_SECONDS,
        mark,
        [x for x, _ in wanted.data],
    )
    script = Script(text, seen, wanted)
    seconds = sum(one.seconds for one in seen.observed.row)
    row = tuple(of_check(script, scenario) for scenario in scenarios)
    first = Observation(row[0].outcome, row[0].values, row[0].kinds, seconds=seconds)
    return Observed(
        Observation(Outcome.RETURNED), (first, *row[1:]), seen.observed.protections, seen.observed.tier
    )


def of_check(script: Script, scenario: Scenario) -> Observation:
    """Return what a check sees of a script."""
    if script.seen.evidence is None:
        return unseen(script, scenario)
    return CHECKS[scenario.of](script, scenario)
