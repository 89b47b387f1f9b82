"""``grade notebook``: write starter notebooks (of all exercises where none is named)."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option


@click.command("notebook", short_help="Write starter notebooks.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to; by default notebooks/ in the course.",
)
def command(exercises: tuple[str, ...], course_folder: Path | None, out: Path | None) -> None:
    """Write starter notebooks (of all exercises where none is named)."""
    from grader.release import handout
    from grader.words.catalogue import sentence

    for path in handout.write_notebooks(course_at(course_folder), exercises, out):
        click.echo(sentence("written", path=path))
