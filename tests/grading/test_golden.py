"""The report on a submission, whole: what a program that reads the JSON gets.

Each folder of ``golden`` holds a submission and its report; the folder's name tells the exercise. After a
change that is meant, ``pytest tests/grading/test_golden.py --update-golden`` writes the reports anew, and the
difference is read like any other change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import BLOCKS, ROOT, Grade

from grader.intake.submission import recognise
from grader.report import json as renderer

GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir())


def settled(report: Any) -> Any:
    """Return a report without what differs from machine to machine, and without the dust of rounding."""
    for name in ("environment", "seconds", "tier", "protections"):
        report[name] = None
    for check in report["checks"]:
        check["tolerance"] = None if check["tolerance"] is None else "measured"
        for name in ("got", "expected", "error"):
            if isinstance(check[name], float):
                check[name] = float(f"{check[name]:.6g}")
    return report


@pytest.mark.parametrize("case", CASES)
def test_report(case: str, graded: Grade, request: pytest.FixtureRequest) -> None:
    """A submission gets the report that lies beside it."""
    text = (GOLDEN / case / "submission.py").read_text(encoding="utf-8")
    report = graded(recognise(Path(f"{case}.py"), BLOCKS), text).for_student()
    got = settled(json.loads(renderer.render(report)))
    path = GOLDEN / case / "report.json"
    if request.config.getoption("--update-golden"):
        path.write_text(json.dumps(got, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    assert got == json.loads(path.read_text(encoding="utf-8"))


def test_kinds() -> None:
    """The cases cover every exercise."""
    assert {recognise(Path(f"{case}.py"), BLOCKS) for case in CASES} == set(BLOCKS)
