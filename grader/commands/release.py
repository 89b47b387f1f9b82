"""``grade release``: write what students take home."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commands.options import OK, SOMETHING_FAILED, course_at, course_option


@click.command("release", short_help="Write what students take home.")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--check", is_flag=True, help="Write nothing; fail where DIR is not what the course says now.")
def command(target: Path, exercises: tuple[str, ...], course_folder: Path | None, check: bool) -> None:
    """Write what students take home to DIR, a new folder or a .zip: stubs and keys without hidden checks."""
    from grader.release import release as released

    act = released.stale if check else released.release
    lines = list(act(course_at(course_folder), target, exercises))
    for line in lines:
        click.echo(line)
    sys.exit(SOMETHING_FAILED if check and lines else OK)
