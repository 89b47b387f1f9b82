"""``grade key``: make the answer keys of exercises (of all where none is named)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.commands.options import course_at, course_option

if TYPE_CHECKING:
    from grader.course.course import Course


@click.command("key", short_help="Make answer keys.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help="Draw the inputs anew with this seed; by default they stay as they are.",
)
@click.option("--fresh", is_flag=True, help="Draw the inputs anew with a seed that nobody guesses.")
@click.option("--student", "students", multiple=True, metavar="ID", help="Draw it for a student; repeat it.")
def command(
    exercises: tuple[str, ...],
    course_folder: Path | None,
    seed: int | None,
    fresh: bool,
    students: tuple[str, ...],
) -> None:
    """Make the answer keys of exercises (of all where none is named)."""
    from grader.course import seeds

    if students:
        make_student_keys(course_at(course_folder), exercises, students)
        return
    make_keys(course_at(course_folder), exercises, seeds.fresh() if fresh else seed)


def make_keys(course: Course, ids: Sequence[str], seed: int | None) -> None:
    """Make the keys of the named exercises, or of all; without a seed each keeps its own."""
    from grader.course import seeds
    from grader.course.engine import engine, rows_engine
    from grader.keys import keyfile, staleness
    from grader.keys.making import keymaker, retell
    from grader.keys.making.remembering import Remembering
    from grader.keys.making.rows import Rows
    from grader.pages import page
    from grader.sandbox.client import Sandbox

    # What a page describes is its author's own code, so that any system that can run it will do.
    with Sandbox(demand="own") as own, closing(Rows(course.rows, rows_engine())) as rows:
        sandbox = Remembering(own, rows)
        for id in ids or course.order:
            path, told = course.key_path(id), staleness.text_digest(course.page(id))
            drawn = seeds.of(course, id) if seed is None else seed
            key = retell.retold(path, course.page(id), engine()) if seed is None else None
            key = key or keymaker.make(page.read(course.page(id)), sandbox, drawn)
            keyfile.save(key, path, engine(), told)


def make_student_keys(course: Course, ids: Sequence[str], students: Sequence[str]) -> None:
    """Draw the named exercises, or all, for some students."""
    from grader.course.engine import engine
    from grader.course.student_keys import path_of, seed_of
    from grader.errors import PageError
    from grader.keys import keyfile, staleness
    from grader.keys.making.students import make_all
    from grader.pages import page
    from grader.sandbox.client import Sandbox

    with Sandbox(demand="own") as sandbox:
        for id in ids or course.order:
            told, base = staleness.text_digest(course.page(id)), course.key(id)
            drawn = [seed_of(course, id, student) for student in students]
            exercise = page.read(course.page(id))
            if staleness.text_digest(course.page(id)) != told:
                raise PageError(course.page(id), 0, "was saved while its keys were made; run this again")
            made = make_all(exercise, sandbox, base, drawn)
            for student, key in zip(students, made, strict=True):
                keyfile.save(key, path_of(course, id, student), engine(), told)
