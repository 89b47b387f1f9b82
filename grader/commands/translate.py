"""``grade translate``: bring the translations to LANGUAGE up to date, and say what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from grader.commands.options import course_at, course_option
from grader.words.help import texts


@click.command("translate", short_help="Bring translations up to date.")
@click.argument("code", metavar="LANGUAGE")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--program", is_flag=True, help="The program's own sentences, in a checkout of the program.")
@click.option("--missing", is_flag=True, help="Print every text that is not translated.")
def command(
    code: str, exercises: tuple[str, ...], course_folder: Path | None, program: bool, missing: bool
) -> None:
    """Bring the translations to LANGUAGE (zh, de) up to date (of all exercises where none is named).

    Writes solutions/LANGUAGE/ID.po for a translator, and beside it what students' computers read. Texts
    whose English has changed are asked for again; whatever is not translated is said in English.
    """
    from grader.prove.texts.translations import untrue_translations
    from grader.release import translate

    if program:
        counts = [translate.renew_program(code, by_english(click.get_current_context()))]
    else:
        course = course_at(course_folder)
        course.refresh(exercises or course.order)
        counts = [translate.renew(course, id, code) for id in exercises or course.order]
    for count in counts:
        click.echo(f"{count.name}: {count.done} of {count.total} translated")
        for text in count.missing if missing else ():
            click.echo(f"    {' '.join(text.split())}")
    for id in () if program else exercises or course.order:
        for fault in untrue_translations(course, id):
            click.echo(fault.message)


def by_english(context: click.Context) -> tuple[str, ...]:
    """Return the program's texts that have no id: what commands say of themselves, and protections."""
    from grader.sandbox.policy import every_phrase

    return (*texts(all_commands(context)), *every_phrase())


def all_commands(context: click.Context) -> Iterator[click.Command]:
    """Yield the program's command and all below it."""
    group = context.find_root().command
    yield group
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                yield command
