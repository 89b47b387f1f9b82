"""``grade pack``: put together all that a platform runs to grade exercises."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option

PLATFORMS = ("gradescope", "classroom50", "prairielearn", "github")
"""The platforms of ``release/pack.py``, named here so that help starts at once."""


@click.command("pack", short_help="Pack exercises for a platform that grades by itself.")
@click.argument("platform", type=click.Choice(PLATFORMS))
@click.argument("exercises", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="The zip; by default PLATFORM.zip."
)
@course_option
def command(platform: str, exercises: tuple[str, ...], out: Path | None, course_folder: Path | None) -> None:
    """Pack exercises for a platform that grades each hand-in by itself: the grader, the keys, its own files.

    Keep the zip to yourself: it holds the answer keys. Only that for GitHub, which lies among the students'
    files, holds the public checks alone.
    """
    from grader.release import pack

    for line in pack.pack(course_at(course_folder), platform, exercises, out or Path(f"{platform}.zip")):
        click.echo(line)
