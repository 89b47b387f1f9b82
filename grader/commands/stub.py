"""``grade stub``: write the stubs that students fill (of all exercises where none is named)."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commands.options import OK, SOMETHING_FAILED, course_at, course_option


@click.command("stub", short_help="Write the stubs that students fill.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--check", is_flag=True, help="Write nothing; fail where a stub is not what its page says.")
def command(exercises: tuple[str, ...], course_folder: Path | None, check: bool) -> None:
    """Write the stubs that students fill (of all exercises where none is named)."""
    from grader.release import handout

    stale = handout.write_stubs(course_at(course_folder), exercises, check)
    for line in stale:
        click.echo(line)
    sys.exit(SOMETHING_FAILED if check and stale else OK)
