"""``grade regrade``: judge again after a page has changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commands.options import OK, course_option, grades_option
from grader.errors import GraderError


@click.command("regrade", short_help="Judge again after a page has changed.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@grades_option
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def command(
    exercises: tuple[str, ...], course_folder: Path | None, grades: Path | None, dry_run: bool, yes: bool
) -> None:
    """Judge what is in the gradebook again, after a page has changed; no student's code is run.

    Exit code 3 where an exercise's page cannot be used.
    """
    from grader.batch import regrade as again

    asked = again.Asked(exercises, course_folder, grades, dry_run)
    made = again.regrade(asked, lambda: yes or click.confirm("Write this?"))
    sys.exit(GraderError.exit_code if made.faults else OK)
