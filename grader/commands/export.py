"""``grade export``: write what the gradebook holds as a table (one row a result, or a matrix) or as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_option, grades_option


@click.command("export", short_help="Write what the gradebook holds as CSV or JSON.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "matrix", "json", "json-lines"]),
    default="csv",
    help="What to write (csv).",
)
@click.option("--exercise", default="", help="Only this exercise.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="A file, in place of the terminal."
)
@course_option
@grades_option
def command(
    form: str, exercise: str, out: Path | None, course_folder: Path | None, grades: Path | None
) -> None:
    """Write what the gradebook holds as a table (one row a result, or a matrix) or as JSON."""
    from grader.gradebook import showing

    click.echo(showing.export(form, exercise, out, course_folder, grades), nl=False)
