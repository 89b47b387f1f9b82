"""``grade prove``: prove that exercises catch the mistakes they describe."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commands.options import course_at, course_option


@click.command("prove", short_help="Prove that exercises catch the mistakes they describe.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--json", "as_json", is_flag=True, help="Print the kill matrices and faults as JSON.")
@click.option("--only", metavar="CHECK", default="", help="Only what concerns one check, by title or id.")
@click.option("--watch", is_flag=True, help="Prove a page again whenever it is saved; Ctrl-C ends it.")
def command(
    exercises: tuple[str, ...], course_folder: Path | None, as_json: bool, only: str, watch: bool
) -> None:
    """Prove that an exercise catches every mistake its page describes (all exercises where none is named).

    Exit code 3 where a page has a fault.
    """
    from grader.prove import session

    course, asked = course_at(course_folder), session.Asked(exercises, as_json, only)
    if watch:
        session.watch(course, asked)
    else:
        sys.exit(session.prove(course, asked))
