"""``grade mark``: change a person's mark by hand, or take the last change back."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.options import course_at, course_option, grades_option, say


@click.command(
    "mark",
    short_help="Change a mark by hand.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("student")
@click.argument("exercise")
@click.argument("points", default="", metavar="[+N|-N|=N]")
@click.option("--why", default="", help="The reason; the person reads it.")
@click.option("--exempt", is_flag=True, help="The person need not do this exercise.")
@click.option("--undo", is_flag=True, help="Take back the last change that still counts.")
@course_option
@grades_option
def command(
    student: str,
    exercise: str,
    points: str,
    why: str,
    exempt: bool,
    undo: bool,
    course_folder: Path | None,
    grades: Path | None,
) -> None:
    """Add points to a mark (+2, -0.5), set it (=7), exempt the person, or only say something (--why).

    The change is kept whatever is graded again, with its history; the points of the grading stay as they are.
    """
    from grader.batch import byhand

    asked = byhand.Asked(student, exercise, points, why, exempt, undo, grades)
    say(byhand.mark(course_at(course_folder), asked))
