"""``grade list``: list the exercises with their points and your last results."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option


@click.command("list")
@course_option
def command(course_folder: Path | None) -> None:
    """List the exercises with their points and your last results."""
    from grader.student import reading

    click.echo(reading.overview(course_at(course_folder)))
