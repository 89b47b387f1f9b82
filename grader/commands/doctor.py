"""``grade doctor``: say whether everything works on this machine."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from grader.commands.options import course_option


@click.command("doctor", short_help="Say whether everything works on this machine.")
@course_option
def command(course_folder: Path | None) -> None:
    """Look at this machine: does everything work, which protections hold, and what helps where one does not.

    Exit code 1: something must be mended before other people's submissions can be graded here; in a folder
    that was handed out, before your own can.
    """
    from grader.student import doctor

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    findings = []
    for finding in doctor.examine(course_folder):
        findings.append(finding)
        for line in doctor.show([finding], width):
            click.echo(line)
    says, code = doctor.verdict(findings, doctor.is_students(course_folder))
    click.echo(says)
    sys.exit(code)
