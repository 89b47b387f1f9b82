"""``grade hint``: show one more hint on what was wrong when the exercise was last graded."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option


@click.command("hint", short_help="Show one more hint on what was wrong.")
@click.argument("exercise", metavar="[ID]", default="")
@course_option
def command(exercise: str, course_folder: Path | None) -> None:
    """Show one more hint on what was wrong when the exercise was last graded, by default the latest."""
    from grader.student import reading

    reading.hint(course_at(course_folder), exercise)
