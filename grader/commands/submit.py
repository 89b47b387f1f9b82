"""``grade submit``: grade FILE and say what is wrong with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from grader.commands.options import OK, SOMETHING_FAILED, course_option, html_option, json_option

FORMATS = ("gradescope", "junit", "github", "markdown", "exercism", "classroom50", "prairielearn", "problems")
"""The formats of ``report/platforms/formats.py``, named here so that help starts at once."""


@click.command("submit")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exercise", metavar="ID", help="The exercise's id; by default the file's name tells it.")
@course_option
@click.option("--timeout", type=click.FloatRange(min=0.05), help="Seconds that one call may take (5).")
@click.option("--hint", "hints", count=True, help="Show a hint; repeat it for a stronger one.")
@html_option
@json_option
@click.option(
    "--format", "format", type=click.Choice(FORMATS), help="Print the report as a platform reads it."
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write what --format asks for here."
)
@click.option("--student", metavar="ID", default="", help="Whose numbers count, where each has their own.")
@click.option("--instructor", is_flag=True, help="Show the numbers of hidden checks too.")
@click.option(
    "--trust-container",
    is_flag=True,
    help="Take the strongest protection there is: only in a container that is thrown away.",
)
@click.option("--allow-unsafe", is_flag=True, help="Run FILE without the sandbox, and mark the report.")
def command(
    file: Path,
    exercise: str | None,
    course_folder: Path | None,
    timeout: float | None,
    hints: int,
    html: Path | None,
    json_path: str | None,
    format: str | None,
    out: Path | None,
    student: str,
    instructor: bool,
    trust_container: bool,
    allow_unsafe: bool,
) -> None:
    """Grade FILE and say what is wrong with it.

    Exit code 0: everything passed. 1: something failed. 2: wrong usage or an unreadable file. 3: a fault of
    the grader or of the exercise's page, for which nobody loses points. With --format gradescope,
    exercism, classroom50 or prairielearn it is 0 in place of 1: there it would be a fault of the grader.
    """
    if out is not None and format is None:
        raise click.UsageError("--out needs --format, which says what to write there")
    from grader.student import session

    asked = session.Asked(
        file,
        exercise,
        course_folder,
        timeout,
        hints,
        instructor,
        allow_unsafe,
        trust_container,
        guided=format is None,
        student=student,
    )
    report = session.submit(asked)
    if format is not None:
        from grader.student import platforms

        platforms.hand_over([report], format, out, os.environ)
        sys.exit(OK if platforms.succeeds([report], format) else SOMETHING_FAILED)
    session.write(report, html, json_path, hints)
    sys.exit(OK if report.passed else SOMETHING_FAILED)
