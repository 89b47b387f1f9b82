"""``grade results``: show what the gradebook holds: of a student, of an exercise, or of all exercises."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_option, grades_option


@click.command("results", short_help="Show what the gradebook holds.")
@click.argument("name", default="", metavar="[STUDENT|EXERCISE]")
@course_option
@grades_option
def command(name: str, course_folder: Path | None, grades: Path | None) -> None:
    """Show what the gradebook holds: of a student, of an exercise, or of all exercises."""
    from grader.gradebook import showing

    showing.results(name, course_folder, grades)
