"""``grade export``: write what the gradebook holds as a table (one row a result, or a matrix) or as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_option, grades_option

TABLES = ("csv", "matrix", "json", "json-lines")
PLATFORMS = ("canvas", "moodle", "gradescope", "nbgrader", "ags")


@click.command("export", short_help="Write what the gradebook holds as CSV or JSON.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*TABLES, *PLATFORMS]),
    default="csv",
    help="What to write (csv), or the platform whose sheet is filled.",
)
@click.option(
    "--fill",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The platform's own sheet, as downloaded; a filled copy is written beside it.",
)
@click.option("--exercise", default="", help="Only this exercise.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="A file, in place of the terminal."
)
@course_option
@grades_option
def command(
    form: str,
    fill: Path | None,
    exercise: str,
    out: Path | None,
    course_folder: Path | None,
    grades: Path | None,
) -> None:
    """Write what the gradebook holds as a table (one row a result, or a matrix) or as JSON.

    With a platform's name and --fill, put the marks into its own sheet, and nothing else.
    """
    from grader.gradebook import showing

    if form in PLATFORMS:
        for line in showing.filled(showing.Filling(form, fill, exercise, out), course_folder, grades):
            click.echo(line)
        return
    click.echo(showing.export(form, exercise, out, course_folder, grades), nl=False)
