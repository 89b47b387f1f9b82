"""``grade release``: write what students take home."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.commands.options import OK, SOMETHING_FAILED, course_at, course_option
from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.course.course import Course


@click.command("release", short_help="Write what students take home.")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--check", is_flag=True, help="Write nothing; fail where DIR is not what the course says now.")
@click.option(
    "--web", is_flag=True, help="Write a folder for a web server instead: exercises in the browser."
)
@click.option(
    "--pyodide",
    metavar="DIR|URL",
    help="With --web: where its Python comes from, a folder that is copied or an address.",
)
@click.option("--student", metavar="ID", default="", help="With the numbers of one student.")
def command(
    target: Path,
    exercises: tuple[str, ...],
    course_folder: Path | None,
    check: bool,
    web: bool,
    pyodide: str | None,
    student: str,
) -> None:
    """Write what students take home to DIR, a new folder or a .zip: stubs and keys without hidden checks."""
    from grader.release import release as released
    from grader.release.web import site
    from grader.release.written import demand_room

    if pyodide and not web:
        raise UsageError("--pyodide is for the browser edition; add --web")
    if student and web:
        raise UsageError("--student is for a folder or a zip; the browser edition is the same for everybody")
    home = course_at(course_folder)
    from_there = {"source": pyodide} if pyodide else {}
    if not check:
        if web:  # what is quickly refused is refused first
            site.demand_place(target, **from_there)
            shown = [one.key.id for one in site.all_of(home, exercises or home.order)[1]]
        else:
            demand_room(target)
            shown = list(exercises or home.order)
        demand_proofs(home, shown)
    if web:
        lines = list((site.stale if check else site.write)(home, target, exercises, **from_there))
    else:
        lines = list((released.stale if check else released.release)(home, target, exercises, student))
    for line in lines:
        click.echo(line)
    sys.exit(SOMETHING_FAILED if check and lines else OK)


def demand_proofs(home: Course, ids: Sequence[str]) -> None:
    """Prove those pages whose proof is not current.

    Raises:
        UsageError: there is no such exercise.
        PageError: a page has a fault.
    """
    from grader.prove import record

    for id in ids:
        home.page(id)
    record.demand(home, ids)
