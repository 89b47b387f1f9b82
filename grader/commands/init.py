"""``grade init``: begin a new course, with one worked page that proves."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init", short_help="Begin a new course, with one worked page.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Begin a new course in DIR: course.toml, a worked page and its stub, .gitignore, a workflow."""
    from grader.course import new, seeds
    from grader.release import handout
    from grader.words.catalogue import sentence

    course = new.begin(folder)
    seeds.plant(course)
    for name in new.FILES:
        click.echo(sentence("written", path=folder / name))
    for line in handout.write_stubs(course, (), check=False):
        click.echo(line)
    click.echo(sentence("init.next", folder=folder))
