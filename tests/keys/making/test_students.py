"""Many students' keys are drawn at once, and each is what it would be by itself."""

from __future__ import annotations

from pathlib import Path

from programs import write_page

from grader.keys.making import keymaker
from grader.keys.making.students import make_all
from grader.pages import page
from grader.sandbox.client import Sandbox

SLOW = """return 3 * busy(x)


def busy(x):
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    return x
"""


def test_a_slow_program_runs_for_fewer_students_at_once(sandbox: Sandbox, tmp_path: Path) -> None:
    """What one submission may take is not what a class may: nobody lacks a mistake's numbers."""
    path = write_page(tmp_path, "return 3 * x\n", SLOW)
    path.write_text(
        path.read_text(encoding="utf-8").replace("import numpy as np", "import time\nimport numpy as np")
    )
    exercise = page.read(path)
    base = keymaker.make(exercise, sandbox, 0, with_mutants=False)
    with Sandbox(total=1.0) as short:
        found = list(make_all(exercise, short, base, range(6)))
    assert [key.seed for key in found] == [*range(6)]
    for key in found:
        assert [one.values["double"].tolist() for one in key.misconceptions[0].row] == [4.5, [3.0, 12.0]]
