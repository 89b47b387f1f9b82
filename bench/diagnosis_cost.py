"""What the diagnosis of a wrong program costs beside its grading, each on the same program in the same run.

    python bench/diagnosis_cost.py [EXERCISE...] [--named PREFIX] [--every N]

Of the wrong programs of ``tests/diagnosis/programs``, every N-th, it prints the median and 90th percentile of
processor time in milliseconds: to judge what was observed, to name the mistake by its numbers, and to try
changes, here and in the sandbox. Programs that pass, or do not load, are left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "diagnosis"))

from programs import BenchmarkProgram, read_all  # noqa: E402

from grader.course.course import Course  # noqa: E402
from grader.grading.comparison import hold  # noqa: E402
from grader.grading.diagnose import diagnose  # noqa: E402
from grader.grading.judge import judge  # noqa: E402
from grader.grading.repairs.allowance import SECONDS, Allowance, may_change  # noqa: E402
from grader.grading.repairs.trying import repaired  # noqa: E402
from grader.grading.source import Source  # noqa: E402
from grader.inside.observation import Outcome, Program  # noqa: E402
from grader.keys.key import AnswerKey  # noqa: E402
from grader.keys.profile import profile_of, torch_of  # noqa: E402
from grader.sandbox.client import Sandbox  # noqa: E402

STAGES = ("judged", "named by numbers", "changes tried")


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds of processor time something takes in this process."""
    began = time.process_time()
    act()
    return 1000 * (time.process_time() - began)


def costs(one: BenchmarkProgram, key: AnswerKey, sandbox: Sandbox) -> tuple[float, float, float] | None:
    """Return the milliseconds of each stage for a program; None where it passes or does not load."""
    program = Program(one.text, filename=f"{one.exercise}.py")
    profile = profile_of(program, torch_of(key.scenarios, key.allows_torch))
    seen = sandbox.observe(program, key.scenarios, profile)
    if seen.load.outcome is not Outcome.RETURNED or not hold(key, seen.row).failing:
        return None
    compared, source = hold(key, seen.row), Source(program.text)
    judged = timed(lambda: judge(hold(key, seen.row), seen.load, sandbox.limits, program.text))
    named = timed(lambda: diagnose(compared, source))
    allowance = Allowance(sandbox, profile)
    tried = timed(lambda: may_change(program, seen) and repaired(compared, program, allowance.run))
    return judged, named, tried + 1000 * (SECONDS - allowance.left)


def every(asked: argparse.Namespace) -> Iterator[tuple[float, float, float]]:
    """Yield the costs of the programs that are asked for."""
    wrong = [
        one for one in read_all() if one.kind in ("wrong", "double") and one.name.startswith(asked.named)
    ]
    programs = [one for one in wrong if not asked.exercises or one.exercise in asked.exercises][
        :: asked.every
    ]
    course = Course(ROOT)
    ids = sorted({one.exercise for one in programs})
    course.refresh(ids)
    keys = {id: course.key(id) for id in ids}
    with Sandbox() as sandbox:
        for one in programs:
            found = costs(one, keys[one.exercise], sandbox)
            if found is not None:
                yield found


def main() -> None:
    """Print a line for each stage."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("exercises", nargs="*")
    parser.add_argument("--named", default="", metavar="PREFIX")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    table = np.array(list(every(parser.parse_args()))).reshape(-1, len(STAGES))
    print(f"{len(table)} wrong programs".ljust(24) + "median ms".rjust(12) + "90 % below".rjust(12))
    for stage, column in zip(STAGES, table.T, strict=True):
        print(stage.ljust(24) + f"{np.median(column):12.1f}{np.quantile(column, 0.9):12.1f}")


if __name__ == "__main__":
    main()
