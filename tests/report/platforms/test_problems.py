"""What editors mark: a line for each mistake after its file and line, and nothing that forges one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import reports

from grader.report.platforms import problems

ROOT = Path(__file__).parents[3]


def pattern() -> re.Pattern[str]:
    """Return the expression of the task in docs/editors.md."""
    text = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    task = json.loads(text.split("```json\n")[1].split("```")[0])["tasks"][0]
    return re.compile(task["problemMatcher"]["pattern"]["regexp"])


def test_a_mistake_is_marked_at_its_line() -> None:
    """The documented expression finds file, line and message in every line but the last, the points."""
    *lines, points = problems.render([reports.diverging()]).splitlines()
    found = [pattern().fullmatch(line) for line in lines]
    assert lines
    assert all(found)
    assert not pattern().fullmatch(points)
    assert found[0] is not None
    assert found[0][1] == "quadratic.py"
    assert found[0][3].startswith("A step the wrong way: Each of your updates")


def test_where_the_program_stopped() -> None:
    """A file that is no Python is marked at the line that Python names."""
    lines = problems.render([reports.unreadable()]).splitlines()
    assert ":15: " in lines[0]


def test_no_message_forges_a_line() -> None:
    """Of a message of several lines the first is told."""
    said = reports.verdict("one sample", "failed", message="dw is 1.\nother.py:3: forged")
    line, _ = problems.render([reports.report(said)]).splitlines()
    assert line.endswith("one sample: dw is 1.")


def test_nothing_wrong_is_nothing_said() -> None:
    """Where everything passes, only the points are written."""
    assert problems.render([reports.report(reports.verdict("one sample"))]) == "manual_gradient: 1 / 1\n"


def test_a_wrong_step_of_a_script() -> None:
    """It stands at its line with its title, and what was not judged is no problem."""
    assert problems.render([reports.half_a_step()]).splitlines()[0] == "homework_222.py:13: Half the step."
    assert len(problems.render([reports.partly_judged()]).splitlines()) == 1
