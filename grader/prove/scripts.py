"""Prove a page on whole scripts: look at every one of them, and at what the rules say of such pages."""

from __future__ import annotations

import math
from collections.abc import Iterator

from grader.inside.observation import Observed, Program
from grader.keys.making import keymaker
from grader.keys.making.remembering import Watching, unremembered
from grader.keys.making.tolerance import CheckMargins, Margins
from grader.numbers.scripts.exercises.rows import observe
from grader.pages.page import Exercise
from grader.prove.evidence import handout, matrix
from grader.prove.evidence.proof import Evidence, Fault
from grader.release.student_key import named_in_public

EXACT = Margins(0.0, math.inf, 0.0)
"""What is compared is yes or no."""


def gather(exercise: Exercise, watching: Watching, seed: int, committed: str | None) -> Evidence:
    """Return what all scripts of a page do.

    Raises:
        PageError: the reference does not hold.
        SandboxError: the sandbox failed.
    """
    sandbox = unremembered(watching)
    made = keymaker.make(exercise, sandbox, seed)

    def row(program: Program) -> Observed:
        return observe(program, made.scenarios, sandbox)

    again = {
        one.id: {"a second time": row(one.program).row}
        for one in matrix.right(exercise)
        if one.id != "reference"  # of it the key holds what is right, and not what was seen
    }
    stub = handout.try_out(exercise, made, committed)
    empty = row(Program(stub.text, filename=f"{exercise.id}.py"))
    return Evidence(
        exercise=exercise,
        key=made,
        margins=(CheckMargins({}, EXACT, EXACT),) * len(made.checks),
        trials=(matrix.written(exercise, "", made),),
        idle=(matrix.line(made, "stub", "stub", empty),),
        repeats=again,
        public=named_in_public(made),
        stub=stub,
    )


def unjudged_scripts(evidence: Evidence) -> Iterator[Fault]:
    """Report a right script of which no step can be judged: it confirms nothing."""
    for line in evidence.trials[0].right:
        if all(verdict.status == "not_judged" for verdict in line.verdicts):
            said = str(line.verdicts[0].message)
            yield Fault(
                "unjudged",
                evidence.line_of(line.id),
                f"{line.name} cannot be judged ({said.rstrip('.')}); have its loop show its loss",
            )
