"""``grade look``: judge a whole script as it stands, without an exercise."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commands.options import OK, SOMETHING_FAILED, course_option, html_option, json_option


@click.command("look", short_help="Judge a training loop without an exercise.")
@click.argument("file", type=click.Path(path_type=Path))
@course_option
@html_option
@json_option
@click.option("--allow-unsafe", is_flag=True, help="Run FILE without the sandbox.")
def command(
    file: Path, course_folder: Path | None, html: Path | None, json_path: str | None, allow_unsafe: bool
) -> None:
    """Judge the training loop of FILE, a script or a notebook, as it stands.

    Every parameter's step is held beside the slope of the script's own loss. No exercise is needed.

    Exit code 0: nothing wrong was found, or it could not be judged. 1: something is wrong. 2: wrong usage or
    an unreadable file. 3: a fault of the grader.
    """
    from grader.student import look

    seen = look.look_at(look.Asked(file, course_folder, allow_unsafe))
    look.write(seen, html, json_path)
    sys.exit(OK if seen.verdict in ("right", "not_judged") else SOMETHING_FAILED)
