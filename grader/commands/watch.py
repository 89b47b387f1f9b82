"""``grade watch``: grade again on every save."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_option


@click.command("watch", short_help="Grade again on every save.")
@click.argument("target", required=False, metavar="[FILE|DIR]", type=click.Path(path_type=Path))
@click.option("--exercise", metavar="ID", help="The exercise's id; by default the file's name tells it.")
@course_option
@click.option("--timeout", type=click.FloatRange(min=0.05), help="Seconds that one call may take (5).")
@click.option(
    "--poll",
    is_flag=True,
    envvar="GRADE_POLL",
    help="Look again and again, for drives that give no notice of a save (also: GRADE_POLL=1).",
)
def command(
    target: Path | None, exercise: str | None, course_folder: Path | None, timeout: float | None, poll: bool
) -> None:
    """Grade FILE, or whatever is saved in DIR, again on every save; by default the course's exercises."""
    from grader.student.watch import watch as watched

    watched.watch(watched.Asked(target, exercise, course_folder, timeout, poll))
