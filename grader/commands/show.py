"""``grade show``: show the story of an exercise."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option


@click.command("show")
@click.argument("exercise", metavar="[ID]", default="")
@course_option
def command(exercise: str, course_folder: Path | None) -> None:
    """Show the story of an exercise, by default of the next one."""
    from grader.student import reading

    reading.show(course_at(course_folder), exercise)
