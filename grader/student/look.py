"""One `grade look`: a whole script, from the words of the command line to the reports it writes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from grader.course import finding
from grader.errors import UsageError
from grader.grading.scripts.looking import look
from grader.inside.observation import Limits
from grader.intake import scripts
from grader.numbers.scripts.evidence.records import Look
from grader.sandbox.client import Sandbox
from grader.sandbox.tiers import Demand
from grader.student.session import demand
from grader.student.writing import write_text
from grader.words.language import in_files


@dataclass(frozen=True)
class Asked:
    """What was asked for."""

    file: Path
    course: Path | None = None
    unsafe: bool = False


def look_at(asked: Asked) -> Look:
    """Look at a file; no course is needed.

    Raises:
        GraderError: the file or the sandbox is at fault.
    """
    script = scripts.read(asked.file)
    with Sandbox(Limits(), ahead=False, demand=demanded(asked)) as sandbox:
        return look(script, sandbox)


def demanded(asked: Asked) -> Demand:
    """Return what the sandbox must hold: everything where a course with its secrets is near."""
    try:
        home = finding.find(asked.course, Path.cwd(), asked.file)
    except UsageError:
        if asked.course is not None:
            raise
        return "unsafe" if asked.unsafe else "own"
    return demand(home, asked.unsafe)


def write(seen: Look, html: Path | None, json_path: str | None) -> None:
    """Write what was seen to where it was asked for, and to the terminal.

    Raises:
        UsageError: a file cannot be written.
    """
    if html is not None:
        from grader.report import script_html

        with in_files():
            write_text(html, script_html.render(seen))
    if json_path is not None:
        from grader.report import script_json

        if json_path == "-":
            sys.stdout.write(script_json.render(seen))
            return
        with in_files():
            write_text(Path(json_path), script_json.render(seen))
    from grader.report import script_terminal

    script_terminal.show(seen)
