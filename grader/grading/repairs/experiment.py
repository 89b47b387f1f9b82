"""Run a check on a program with changes woven in, once for each set of changes that is switched on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from grader.grading.comparison import Comparison
from grader.grading.repairs.weaving import ACTIVE
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded, real

Run = Callable[[Program, Sequence[Scenario]], Observed]
"""Runs scenarios on a program in the sandbox."""

Active = tuple[int, ...]
"""The numbers of the changes that are switched on together."""

EXPERIMENT = """
import contextlib
import copy
import time

import numpy as np

from grader.inside.attempt import Printed
from grader.inside.observation import Scenario
from grader.inside.observe import KINDS


def experiment(program, rng, sets, asked, wanted, seconds, *args):
    kept, rows = [], []
    active = program.ACTIVE

    def values_with(numbers):
        active.clear()
        active.update(numbers)
        return KINDS[asked["kind"]](program, Scenario(args=copy.deepcopy(args), **asked)).values

    with contextlib.redirect_stdout(Printed()), np.errstate(all="ignore"):
        with contextlib.suppress(BaseException):  # what a library does once is done before the time begins
            values_with(())
        began = time.process_time()
        for place, numbers in enumerate(sets):
            if time.process_time() - began > seconds:
                break
            try:
                values = values_with(numbers)
                row = [values[name] for name, _ in wanted]
                if [list(array.shape) for array in row] == [shape for _, shape in wanted]:
                    rows.append(np.concatenate([array.astype(float).ravel() for array in row]))
                    kept.append(place)
            except BaseException:  # most changes break a program, and it may raise anything
                continue
    active.clear()
    return {"kept": np.array(kept, dtype=int), "rows": np.array(rows, dtype=float)}
""".replace("ACTIVE", ACTIVE)
"""Calls the task anew for each set of changes; the right numbers are not there to be seen."""

SECONDS = 0.3
"""Processor time for all sets on one check. What is not tried by then stays untried."""


@dataclass(frozen=True)
class Trial:
    """What came of one check: all its numbers in a row, for each set that gave them in the right shapes."""

    check: KeyCheck
    expected: Mapping[str, np.ndarray]
    rows: Mapping[Active, np.ndarray]

    def right(self, active: Active) -> frozenset[str]:
        """Return the values that are right with some changes."""
        if active not in self.rows:
            return frozenset()
        return frozenset(name for name, got, want in self.values(active) if self.is_right(name, got, want))

    def values(self, active: Active) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
        """Yield each value's name, its numbers, and the right ones, both as rows."""
        row, begin = self.rows[active], 0
        for name, array in self.expected.items():
            yield name, row[begin : begin + array.size], real(array).ravel()
            begin += array.size

    def is_right(self, name: str, got: np.ndarray, want: np.ndarray) -> bool:
        """Tell whether the numbers of one value are right, as the check measures them."""
        allowed = self.check.bound.allowed(name, self.expected[name])
        with np.errstate(invalid="ignore"):
            return bool(np.all(np.abs(got - want) <= allowed))


def tried(
    compared: Comparison, program: Program, indices: Sequence[int], sets: Sequence[Active], run: Run
) -> list[Trial]:
    """Run some checks with each of some sets of changes, all in one process."""
    checks = [compared.checks[index] for index in indices]
    wanted = [{name: one.expected.values[name] for name in graded(one.expected)} for one in checks]
    asked = [scenario(one.check, expected, sets) for one, expected in zip(checks, wanted, strict=True)]
    row = run(program, asked).row if asked else ()
    return [
        Trial(one.check, expected, rows_in(seen, sets, expected))
        for one, expected, seen in zip(checks, wanted, row, strict=True)
    ]


def scenario(check: KeyCheck, expected: Mapping[str, np.ndarray], sets: Sequence[Active]) -> Scenario:
    """Return the experiment that runs a check once for each set of changes."""
    asked = check.scenario
    inner = {
        "kind": "returns" if asked.kind == "gradients" else asked.kind,
        "task": asked.task,
        "labels": asked.labels,
        "parts": dict(asked.parts),
        "result": asked.result,
        "fields": asked.fields,
        "text": asked.text,
        "seed": asked.seed,
    }
    wanted = [[name, list(array.shape)] for name, array in expected.items()]
    args = ([list(active) for active in sets], inner, wanted, SECONDS, *asked.args)
    return Scenario("experiment", asked.task, args, text=EXPERIMENT, seed=asked.seed, names=asked.names)


def rows_in(
    seen: Observation, sets: Sequence[Active], expected: Mapping[str, np.ndarray]
) -> dict[Active, np.ndarray]:
    """Return the numbers for each set of changes; none where the program spoilt the experiment.

    It shares a process with the experiment, so that nothing of the answer can be taken for granted.
    """
    if seen.outcome is not Outcome.RETURNED or not {"kept", "rows"} <= set(seen.values):
        return {}
    kept, rows = seen.values["kept"], seen.values["rows"]
    numbers = sum(array.size for array in expected.values())
    if kept.ndim != 1 or rows.shape != (*kept.shape, numbers):
        return {}
    if rows.dtype.kind != "f" or kept.dtype.kind not in "iu":
        return {}
    return {
        sets[place]: row for place, row in zip(kept.tolist(), rows, strict=True) if 0 <= place < len(sets)
    }
