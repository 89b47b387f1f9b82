"""``grade forget``: leave a person out of everything, have them back, or delete what is theirs."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option, grades_option, say


@click.command("forget", short_help="Leave a person out of everything.")
@click.argument("student")
@click.option("--undo", is_flag=True, help="Bring the person back.")
@click.option("--erase", is_flag=True, help="Delete all that is theirs, for good.")
@course_option
@grades_option
def command(student: str, undo: bool, erase: bool, course_folder: Path | None, grades: Path | None) -> None:
    """Leave a person out of every table, page and export; what was handed in later is left out, too."""
    from grader.batch import byhand

    if erase:
        click.confirm(f"Delete all that {student} handed in and got, for good?", abort=True)
    say(byhand.forget(course_at(course_folder), student, grades, undo=undo, erase=erase))
