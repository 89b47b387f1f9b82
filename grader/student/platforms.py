"""Hand reports over to a platform: written whole to a file, or to the places that GitHub names."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.errors import UsageError
from grader.grading.verdict import Report
from grader.report.platforms import github, markdown
from grader.report.platforms.formats import FORMATS
from grader.student.writing import write_text

TAKES_ALL = frozenset({"gradescope", "exercism", "classroom50", "prairielearn"})
"""Formats of platforms that take any other exit code than 0 for a fault of the grader."""


def hand_over(
    reports: Sequence[Report], format: str, out: Path | None, environment: Mapping[str, str]
) -> None:
    """Write reports in a format to a file, by default to standard output.

    On GitHub the step's summary and its output are written, too, where the environment names them.

    Raises:
        UsageError: a file cannot be written.
    """
    text = FORMATS[format](reports)
    if out is None:
        sys.stdout.write(text)
    else:
        write_text(out, text)
    if format == "github":
        append(environment.get("GITHUB_STEP_SUMMARY", ""), markdown.render(reports))
        append(environment.get("GITHUB_OUTPUT", ""), f"result={github.result(reports)}\n")


def append(path: str, text: str) -> None:
    """Append to a file that GitHub has made for this; nothing where there is none.

    Raises:
        UsageError: it cannot be written.
    """
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be written ({fault.strerror}); unset its variable") from None


def succeeds(reports: Sequence[Report], format: str) -> bool:
    """Tell whether the command succeeds: where the platform takes all results, or everything passed."""
    return format in TAKES_ALL or all(report.passed for report in reports)
