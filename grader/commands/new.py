"""``grade new``: write a new page that proves, and says what to replace."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option

KINDS = ("function", "gradient", "training", "class", "script")
"""What a new page may be about; each has a template of that name."""


@click.command("new", short_help="Write a new page that says what to replace.")
@click.argument("exercise", metavar="ID")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="function",
    show_default=True,
    help="What students write: a function, a gradient, a training, a class's method, a whole script.",
)
@course_option
def command(exercise: str, kind: str, course_folder: Path | None) -> None:
    """Write a new page and its stub. The page proves as it is; its comments say what to replace."""
    from grader.course import new
    from grader.release import handout
    from grader.words.catalogue import sentence

    course = course_at(course_folder)
    path = new.add(course, exercise, kind)
    click.echo(sentence("written", path=path))
    for line in handout.write_stubs(course, [exercise], check=False):
        click.echo(line)
    click.echo(sentence("new.next", exercise=exercise))
