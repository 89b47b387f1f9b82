"""Options that several commands share, and the course that they name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

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


def no_program(
    context: click.Context, option: click.Parameter, value: Path | str | None
) -> Path | str | None:
    """Return where a report is to be written, unless that is somebody's work.

    ``--json`` takes a file or none, so that ``--json mine.py`` reads as one to write.

    Raises:
        BadParameter: it is a program or a notebook.
    """
    if value is not None and Path(value).suffix.lower() in PROGRAMS:
        like = Path(value).with_suffix(f".{option.name.partition('_')[0] if option.name else 'txt'}")
        raise click.BadParameter(f"{value} is a program; name a file for the report, such as {like.name}")
    return value


PROGRAMS = (".py", ".ipynb")
"""Endings of files that nobody wants a report to be written over."""

html_option = click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=no_program,
    help="Write the report as a web page.",
)

json_option = click.option(
    "--json",
    "json_path",
    metavar="FILE",
    is_flag=False,
    flag_value="-",
    callback=no_program,
    help="Write the report as JSON (to the terminal without a path).",
)


def course_at(folder: Path | None) -> Course:
    """Return the course that a command is about."""
    from grader.course import finding

    return finding.find(folder, Path.cwd())
