"""Run a check on a program with changes woven in, once for each set of changes that is switched on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, pairwise

import numpy as np

from grader.grading.comparison import Compared
from grader.grading.repairs.changes.weaving import ACTIVE
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded, real

Run = Callable[[Program, Sequence[Scenario]], Observed]
"""Runs scenarios on a program in the sandbox."""

Active = tuple[int, ...]
"""The numbers of the changes that are switched on together."""

SLOW, MOST = "20", "0.6"
"""Calls for which a slow task gets time in any case, and the most seconds that it gets for them."""

EXPERIMENT = (
    """
import contextlib
import copy
import signal
import time

import numpy as np

from grader.inside.attempt import Printed
from grader.inside.observation import Scenario
from grader.inside.observe import KINDS, attributes
from grader.inside.program import call
from grader.inside.values import build, flatten


def is_plain(given):
    if isinstance(given, list | tuple):
        return all(map(is_plain, given))
    return isinstance(given, np.ndarray | float | int | str)


def experiment(program, rng, sets, asked, wanted, seconds, each, *args):
    kept, rows = [], []
    active = program.ACTIVE
    name, fields, parts = asked["result"] or asked["task"], asked["fields"], asked["parts"].get("", ())

    def values_with(numbers):
        active.clear()
        active.update(numbers)
        if asked["kind"] != "returns":
            return KINDS[asked["kind"]](program, Scenario(args=copy.deepcopy(args), **asked)).values
        values = {}
        result = call(program, asked["task"], build(copy.deepcopy(args) if is_deep else args))
        flatten(name, attributes(result, fields), parts, values, {})
        return values

    def over(*_):
        raise TimeoutError

    is_deep = not is_plain(args)
    limited = hasattr(signal, "setitimer")
    if limited:
        signal.signal(signal.SIGVTALRM, over)
    with contextlib.redirect_stdout(Printed()), np.errstate(all="ignore"):
        for _ in range(2):  # what a library does once is done in the first round
            began = time.process_time()
            with contextlib.suppress(BaseException):
                values_with(())
        took = time.process_time() - began
        each = max(each, 3 * took)
        seconds = max(seconds, min(SLOW * took, MOST))
        began, count = time.process_time(), len(sets)
        for place, numbers in enumerate(sets.tolist()):
            if time.process_time() - began > seconds:
                count = place
                break
            try:
                if limited:
                    signal.setitimer(signal.ITIMER_VIRTUAL, each)
                values = values_with(numbers)
                row = [values[name] for name, _ in wanted]
                if [list(array.shape) for array in row] == [shape for _, shape in wanted]:
                    rows.append(np.concatenate([array.astype(float).ravel() for array in row]))
                    kept.append(place)
            except TimeoutError:  # where one change never ends, others may not either
                each = max(each / 2, 3 * took)
            except BaseException:  # most changes break a program, and it may raise anything
                continue
        if limited:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
    active.clear()
    spent = time.process_time()
    return {
        "kept": np.array(kept, dtype=int),
        "rows": np.array(rows, dtype=float),
        "count": np.array(count),
        "spent": np.array(spent),
    }
""".replace("ACTIVE", ACTIVE)
    .replace("SLOW", SLOW)
    .replace("MOST", MOST)
)
"""Calls the task anew for each set of changes; the right numbers are not there to be seen."""

SECONDS = 0.3
"""Processor time for all sets on one check. What is not tried by then stays untried."""

EACH = 0.05
"""Processor time for one set: with some changes a loop goes on for very long."""

NO_CHANGE = -1
"""Fills the rows of an array of sets, which have as many places as the largest set has changes."""


@dataclass(frozen=True)
class Trial:
    """What came of one check: all its numbers in a row, for each set that gave them in the right shapes."""

    check: KeyCheck
    expected: Mapping[str, np.ndarray]
    rows: Mapping[Active, np.ndarray]
    count: int = 0
    """How many sets were tried before the time was over."""
    ended: bool = True
    """Whether the trial came to its end at all."""

    @cached_property
    def mended(self) -> Mapping[Active, frozenset[str]]:
        """The values that are right with some changes, for each set."""
        found = self.is_right(1.0)
        names, ends = list(self.expected), np.cumsum([0, *(array.size for array in self.expected.values())])
        right = np.stack([found[:, a:b].all(axis=1) for a, b in pairwise(ends.tolist())], axis=1)
        kinds = {bytes(row): frozenset(compress(names, row)) for row in np.unique(right, axis=0)}
        return {active: kinds[bytes(row)] for active, row in zip(self.rows, right, strict=True)}

    def right(self, active: Active) -> frozenset[str]:
        """Return the values that are right with some changes."""
        return self.mended[active] if active in self.rows else frozenset()

    @cached_property
    def table(self) -> np.ndarray:
        """The numbers of every set that gave some, shape (sets, numbers)."""
        return np.array(list(self.rows.values())).reshape(len(self.rows), self.wanted.size)

    @cached_property
    def wanted(self) -> np.ndarray:
        """The right numbers in a row."""
        return np.concatenate([np.empty(0), *(real(array).ravel() for array in self.expected.values())])

    @cached_property
    def allowed(self) -> np.ndarray:
        """By how much each number may be off, as the check measures it."""
        bound = self.check.bound
        return np.concatenate(
            [
                np.empty(0),
                *(np.full(array.size, bound.allowed(name, array)) for name, array in self.expected.items()),
            ]
        )

    @np.errstate(all="ignore")
    def is_right(self, factor: float) -> np.ndarray:
        """Tell of every number of every set whether it is the right one times a factor."""
        return np.asarray(np.abs(self.table / factor - self.wanted) <= self.allowed)


def tried(
    checks: Sequence[Compared],
    program: Program,
    sets: Sequence[Active],
    marks: Sequence[int],
    run: Run,
    seconds: float = SECONDS,
) -> list[Trial]:
    """Run some checks with each of some sets of changes, all in one process."""
    wanted = [{name: one.expected.values[name] for name in graded(one.expected)} for one in checks]
    rows = as_array(sets, marks)
    asked = [
        scenario(one.check, expected, rows, seconds) for one, expected in zip(checks, wanted, strict=True)
    ]
    row = run(program, asked).row if asked else ()
    return [
        Trial(
            one.check,
            expected,
            rows_in(seen, sets, expected),
            count_in(seen, sets),
            seen.outcome is Outcome.RETURNED,
        )
        for one, expected, seen in zip(checks, wanted, row, strict=True)
    ]


def as_array(sets: Sequence[Active], marks: Sequence[int]) -> np.ndarray:
    """Return sets of changes as an array, one a row, each change with its place's mark."""
    width = max(map(len, sets), default=0)
    rows = ([*active, *(marks[number] for number in active)] for active in sets)
    return np.array([[*row, *[NO_CHANGE] * (2 * width - len(row))] for row in rows], dtype=int)


def scenario(
    check: KeyCheck, expected: Mapping[str, np.ndarray], sets: np.ndarray, seconds: float = SECONDS
) -> Scenario:
    """Return the experiment that runs a check once for each set of changes, a row each."""
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
    args = (sets, inner, wanted, seconds, EACH, *asked.args)
    return Scenario("experiment", asked.task, args, text=EXPERIMENT, seed=asked.seed, names=asked.names)


def count_in(seen: Observation, sets: Sequence[Active]) -> int:
    """Return how many sets were tried; all where the program spoilt the experiment."""
    count = seen.values.get("count", np.array(0))
    whole = count.ndim == 0 and count.dtype.kind in "iu" and seen.outcome is Outcome.RETURNED
    return int(count) if whole and 0 <= int(count) <= len(sets) else len(sets)


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
