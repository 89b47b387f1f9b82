"""Run every program that a page describes, under every condition that a student may meet."""

from __future__ import annotations

from grader import key
from grader.errors import PageError
from grader.key import AnswerKey, Looker
from grader.page import Exercise
from grader.prove import handout, matrix
from grader.prove.loops import rewrite
from grader.prove.proof import Evidence
from grader.sandbox.client import Sandbox
from grader.values import as_float32


def gather(exercise: Exercise, sandbox: Sandbox, seed: int, committed: str | None) -> Evidence:
    """Return what all programs of a page do, on inputs drawn with a seed and with the next one.

    Raises:
        PageError: the page does not even give a key.
        SandboxError: the sandbox failed.
    """
    look = Looker(exercise, sandbox)
    made, other = key.make(exercise, sandbox, seed), redrawn(exercise, sandbox, seed + 1)
    single = [as_float32(asked) for asked in made.scenarios]
    return Evidence(
        exercise=exercise,
        key=made,
        margins=tuple(key.measure(exercise, look, made.scenarios, made.reference, matrix.rows(made))),
        trials=(
            matrix.written(exercise, "", made),
            matrix.written(exercise, " on redrawn inputs", other),
            matrix.watched(" on float32 inputs", made, look, single),
            matrix.watched(" rewritten with loops", made, look, made.scenarios, rewrite),
        ),
        idle=tuple(matrix.idle(made, look)),
        repeats=matrix.repeats(made, look),
        public=matrix.nameable(made),
        stub=handout.try_out(exercise, made, committed),
    )


def redrawn(exercise: Exercise, sandbox: Sandbox, seed: int) -> AnswerKey:
    """Return a key on other inputs.

    Raises:
        PageError: the page holds on the first inputs only.
    """
    try:
        return key.make(exercise, sandbox, seed)
    except PageError as fault:
        message = f"on inputs redrawn with `grade key --seed {seed}`: {plain(fault)}"
        raise PageError(fault.path, fault.line, message) from fault


def plain(fault: PageError) -> str:
    """Return a page error's sentence without the place in front."""
    return str(fault).removeprefix(f"{fault.path}:{fault.line}: ").removeprefix(f"{fault.path}: ")
