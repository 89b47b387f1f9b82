"""``grade start``: write the course that comes with the grader, and begin with its first exercise."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("start", short_help="Write the course to a folder, and begin.")
@click.argument("folder", metavar="[DIR]", default="chainrule", type=click.Path(path_type=Path))
@click.option("--no-watch", is_flag=True, help="Write the course, and do not grade on every save.")
def command(folder: Path, no_watch: bool) -> None:
    """Write the course that comes with the grader to DIR (chainrule), and grade there on every save.

    Where the course is in DIR already, nothing is written: your files stay as they are.
    """
    from grader.student import start

    for line in start.begin(folder):
        click.echo(line)
    if not no_watch and start.is_live():
        start.watch(folder)
