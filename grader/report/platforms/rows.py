"""Turn a report into the rows that platforms show: a row a public check, and one for all hidden ones.

Where some tests are hidden, platforms show no total either. So what a student may know of hidden checks, how
many passed and how many points that is, stands in one row that is visible.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from grader.grading.verdict import Diagnosis, Report, Verdict
from grader.report import outline
from grader.words import location
from grader.words.catalogue import sentence
from grader.words.plain import cleaned

STOPPED = frozenset({"raised", "timed_out", "out_of_memory", "crashed", "unreadable"})
"""What became of a program that gave no answer: an error to platforms; a wrong answer is a failure."""


@dataclass(frozen=True)
class Row:
    """One test as a platform shows it; ``details`` are labelled values, ``line`` is 0 where none is known."""

    name: str
    status: str
    points: float
    max_points: float
    message: str = ""
    details: tuple[tuple[str, str], ...] = ()
    task: str = ""
    call: str = ""
    printed: str = ""
    line: int = 0
    end_line: int = 0

    @property
    def passed(self) -> bool:
        """Whether all of it is right."""
        return self.status == "passed"


def shown(report: Report) -> Report:
    """Return a report in words, as its student may read it; no field of it can forge or command anything.

    Platforms know only what passed and what failed, so that what was not judged stands among the notes.
    """
    made = cleaned(report.for_student())
    left = unjudged(made)
    said = left[:1] if made.is_open else left
    notes = (row.message if made.is_open else f"{row.name}: {row.message}" for row in said)
    return replace(made, notes=(*made.notes, *notes))


def unjudged(report: Report) -> tuple[Row, ...]:
    """Return the rows of what was not judged, which is neither right nor wrong."""
    return tuple(
        row(report, verdict)
        for verdict in report.verdicts
        if verdict.status == "not_judged" and verdict.public
    )


def rows(report: Report) -> tuple[Row, ...]:
    """Return the rows of a report that ``shown`` has laid out, without those that were not judged."""
    judged = [verdict for verdict in report.verdicts if verdict.status != "not_judged"]
    public = [verdict for verdict in judged if verdict.public]
    hidden = [verdict for verdict in judged if not verdict.public]
    return (*(row(report, verdict) for verdict in public), *folded(hidden))


def row(report: Report, verdict: Verdict) -> Row:
    """Return the row of one public check."""
    line, end_line = lines(report, verdict)
    return Row(
        name=verdict.title,
        status=verdict.status,
        points=verdict.points,
        max_points=verdict.max_points,
        message=str(verdict.message),
        details=outline.rows(report, verdict, quote=True),
        task=verdict.task,
        call=verdict.call,
        printed=verdict.printed.strip("\n"),
        line=line,
        end_line=end_line,
    )


def folded(hidden: list[Verdict]) -> Iterator[Row]:
    """Yield the one row of all hidden checks; nothing where there are none."""
    if not hidden:
        return
    passed = sum(verdict.passed for verdict in hidden)
    yield Row(
        name=sentence("platform.hidden"),
        status="passed" if passed == len(hidden) else "failed",
        points=sum(verdict.points for verdict in hidden),
        max_points=sum(verdict.max_points for verdict in hidden),
        message=sentence("platform.hidden.passed", passed=passed, total=len(hidden)),
    )


def lines(report: Report, verdict: Verdict) -> tuple[int, int]:
    """Return the lines that a check speaks of: where the program stopped, else where the task begins."""
    if verdict.passed:
        return 0, 0
    last = report.source.count("\n") + 1
    if 0 < verdict.line <= last:
        return verdict.line, max(verdict.line, min(verdict.end_line, last))
    start = definition(report.source, verdict.task)
    return start, start


def definition(source: str, task: str) -> int:
    """Return the line at which a program defines a task, the last where it does so twice, 0 for none."""
    try:
        found = [
            node.lineno
            for node in ast.parse(source).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == task
        ]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 0
    return found[-1] if found else 0


def place(report: Report, line: int) -> tuple[str, int]:
    """Return the cell of a line (empty in a plain file), and its number there."""
    return location.origin(report.source, line)


def unexplained(report: Report) -> tuple[Row, ...]:
    """Return the rows of failing checks that no diagnosis explains."""
    named = {id for found in report.diagnoses for id in found.checks}
    left = tuple(one for one in report.verdicts if one.id not in named and not one.passed)
    return rows(replace(report, verdicts=left))


def first_place(report: Report, found: Diagnosis) -> tuple[int, int]:
    """Return the lines of the first check that a diagnosis explains and of which a line is known."""
    seen = [lines(report, verdict) for verdict in outline.seen_in(report, found) if verdict.public]
    return next((one for one in seen if one[0]), (0, 0))
