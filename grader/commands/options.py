"""Options that several commands share, and the course that they name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.words.plain import as_line

if TYPE_CHECKING:
    from grader.course.course import Course

OK, SOMETHING_FAILED = 0, 1
"""Exit codes; those of errors stand with the errors."""

course_option = click.option(
    "--course",
    "course_folder",
    type=click.Path(path_type=Path),
    help="The course's folder; by default the one of the working directory.",
)

grades_option = click.option(
    "--grades",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the gradebook; by default grades/ in the course.",
)

html_option = click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report as a web page.",
)

json_option = click.option(
    "--json",
    "json_path",
    metavar="FILE",
    is_flag=False,
    flag_value="-",
    help="Write the report as JSON (to the terminal without a path).",
)


def say(line: str) -> None:
    """Print a line, in which a student's or a file's name commands nothing."""
    click.echo(as_line(line))


def course_at(folder: Path | None) -> Course:
    """Return the course that a command is about."""
    from grader.course import finding

    return finding.find(folder, Path.cwd())
