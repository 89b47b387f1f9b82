"""The words of the command line; no decisions.

Every command imports what it needs when it runs, so that ``grade --help`` starts at once.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader import __version__
from grader.errors import GraderError

if TYPE_CHECKING:
    from grader.course import Course

OK, SOMETHING_FAILED, INTERRUPTED = 0, 1, 130

course_option = click.option(
    "--course",
    "course_folder",
    type=click.Path(path_type=Path),
    help="The course's folder; by default the nearest one above the file.",
)


def stopped(*_: object) -> None:
    """End as an interrupted command does, so that the sandbox ends too; the shell's code for it is 143."""
    click.echo("grade: stopped", err=True)
    sys.exit(128 + signal.SIGTERM)


class Commands(click.Group):
    """A group that turns every error into its exit code, and those that we know into one line."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command; say what went wrong and end with the error's exit code."""
        with contextlib.suppress(ValueError):  # a thread of somebody else's cannot set it, and need not
            signal.signal(signal.SIGTERM, stopped)
        try:
            return super().invoke(context)
        except GraderError as fault:
            click.echo(f"grade: {fault}", err=True)
            sys.exit(fault.exit_code)
        except BrokenPipeError:
            sys.exit(SOMETHING_FAILED)
        except KeyboardInterrupt:
            click.echo("grade: interrupted", err=True)
            sys.exit(INTERRUPTED)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except OSError as fault:
            place = f"{fault.filename}: " if fault.filename else ""
            click.echo(f"grade: {place}{fault.strerror or fault}; check permissions and free space", err=True)
            sys.exit(GraderError.exit_code)
        except Exception:
            # Python would end with 1, which says that a student's answer is wrong.
            traceback.print_exc()
            click.echo("grade: this is a fault of the grader; nobody loses points by it", err=True)
            sys.exit(GraderError.exit_code)


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="grade")
def main() -> None:
    """Grade homework on gradient descent and back-propagation, and name the mistakes."""


def course_at(folder: Path | None, start: Path | None = None) -> Course:
    """Return the course that a command is about."""
    from grader import course

    return course.find(folder, start or Path.cwd())


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exercise", help="The exercise's id; by default the file's name tells it.")
@course_option
@click.option("--timeout", type=click.FloatRange(min=0.05), help="Seconds that one call may take (5).")
@click.option("--hint", "hints", count=True, help="Show a hint; repeat it for a stronger one.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the report as a web page."
)
@click.option(
    "--json",
    "json_path",
    is_flag=False,
    flag_value="-",
    help="Write the report as JSON (to the terminal without a path).",
)
@click.option("--instructor", is_flag=True, help="Show the numbers of hidden checks too.")
@click.option("--allow-unsafe", is_flag=True, help="Run FILE without the sandbox, and mark the report.")
def submit(
    file: Path,
    exercise: str | None,
    course_folder: Path | None,
    timeout: float | None,
    hints: int,
    html: Path | None,
    json_path: str | None,
    instructor: bool,
    allow_unsafe: bool,
) -> None:
    """Grade FILE and say what is wrong with it.

    Exit code 0: everything passed. 1: something failed. 2: wrong usage or an unreadable file. 3: a fault of
    the grader or of the exercise's page, for which nobody loses points.
    """
    from grader import session

    asked = session.Asked(file, exercise, course_folder, timeout, hints, instructor, allow_unsafe)
    report = session.submit(asked)
    session.write(report, html, json_path, hints)
    sys.exit(OK if report.passed else SOMETHING_FAILED)


@main.command(short_help="Make answer keys.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help="Draw the inputs anew with this seed; by default they stay as they are.",
)
def key(exercises: tuple[str, ...], course_folder: Path | None, seed: int | None) -> None:
    """Make the answer keys of exercises (of all where none is named)."""
    from grader import authoring

    authoring.make_keys(course_at(course_folder), exercises, seed)


@main.command(short_help="Write the stubs that students fill.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--check", is_flag=True, help="Write nothing; fail where a stub is not what its page says.")
def stub(exercises: tuple[str, ...], course_folder: Path | None, check: bool) -> None:
    """Write the stubs that students fill (of all exercises where none is named)."""
    from grader import authoring

    stale = authoring.write_stubs(course_at(course_folder), exercises, check)
    for line in stale:
        click.echo(line)
    sys.exit(SOMETHING_FAILED if check and stale else OK)


@main.command(short_help="Write starter notebooks.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to; by default notebooks/ in the course.",
)
def notebook(exercises: tuple[str, ...], course_folder: Path | None, out: Path | None) -> None:
    """Write starter notebooks (of all exercises where none is named)."""
    from grader import authoring

    for path in authoring.write_notebooks(course_at(course_folder), exercises, out):
        click.echo(f"{path}: written")


@main.command(short_help="Prove that exercises catch the mistakes they describe.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--json", "as_json", is_flag=True, help="Print the kill matrices and faults as JSON.")
def prove(exercises: tuple[str, ...], course_folder: Path | None, as_json: bool) -> None:
    """Prove that an exercise catches every mistake its page describes (all exercises where none is named).

    Exit code 3 where a page has a fault.
    """
    from grader import authoring

    sys.exit(authoring.prove(course_at(course_folder), exercises, as_json))


@main.command(short_help="Say whether everything works on this machine.")
@course_option
def doctor(course_folder: Path | None) -> None:
    """Look at this machine: does everything work, which protections hold, and what helps where one does not.

    Exit code 1: something must be mended before other people's submissions can be graded here.
    """
    from grader import doctor as examiner

    findings = []
    for finding in examiner.examine(course_folder):
        findings.append(finding)
        for line in examiner.show([finding]):
            click.echo(line)
    says, code = examiner.verdict(findings)
    click.echo(says)
    sys.exit(code)


@main.command(name="list")
@course_option
def list_(course_folder: Path | None) -> None:
    """List the exercises with their points and your last results."""
    from grader import reading

    reading.overview(course_at(course_folder))


@main.command()
@click.argument("exercise", metavar="ID")
@course_option
def show(exercise: str, course_folder: Path | None) -> None:
    """Show the story of an exercise."""
    from grader import reading

    reading.show(course_at(course_folder), exercise)


@main.command(short_help="Show one more hint on what was wrong.")
@click.argument("exercise", metavar="ID")
@course_option
def hint(exercise: str, course_folder: Path | None) -> None:
    """Show one more hint on what was wrong when the exercise was last graded."""
    from grader import reading

    reading.hint(course_at(course_folder), exercise)


@main.command(short_help="Write what students take home.")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@click.option("--check", is_flag=True, help="Write nothing; fail where DIR is not what the course says now.")
def release(target: Path, exercises: tuple[str, ...], course_folder: Path | None, check: bool) -> None:
    """Write what students take home to DIR, a new folder or a .zip: stubs and keys without hidden checks."""
    from grader import release as released

    act = released.stale if check else released.release
    lines = list(act(course_at(course_folder), target, exercises))
    for line in lines:
        click.echo(line)
    sys.exit(SOMETHING_FAILED if check and lines else OK)


grades_option = click.option(
    "--grades",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the gradebook; by default grades/ in the course.",
)


@main.command(short_help="Grade a class, as a learning platform hands it out.")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--exercise", default="", help="The exercise of files whose names tell none.")
@click.option(
    "--layout",
    type=click.Choice(["canvas", "flat", "folders", "gradescope", "moodle", "nbgrader"]),
    help="How the files are arranged; recognised by itself.",
)
@course_option
@grades_option
@click.option("--jobs", type=click.IntRange(1, 512), help="Sandboxes at work at once; one a core by default.")
@click.option("--timeout", type=click.FloatRange(min=0.05), help="Seconds that one call may take (5).")
@click.option("--quiet", is_flag=True, help="Print nothing but faults.")
@click.option("--json-lines", is_flag=True, help="Print one JSON object a submission.")
@click.option("--allow-unsafe", is_flag=True, help="Run the files without the sandbox, and mark the reports.")
@click.option("--cluster", default="", help="Watch the programs on a Dask cluster: tcp://host:port.")
def batch(
    path: Path,
    exercise: str,
    layout: str | None,
    course_folder: Path | None,
    grades: Path | None,
    jobs: int | None,
    timeout: float | None,
    quiet: bool,
    json_lines: bool,
    allow_unsafe: bool,
    cluster: str,
) -> None:
    """Grade everything in PATH, a folder or zip as a learning platform hands it out.

    What is graded already is not run again. Exit code 0: every submission is graded or unreadable. 2: wrong
    usage. 3: some are not graded, by no fault of the students; run the same command again.
    """
    from grader.batch import session

    mode = "json-lines" if json_lines else "quiet" if quiet else ""
    asked = session.Asked(path, exercise, layout or "", course_folder, grades, jobs or 0, timeout, mode)
    sys.exit(session.main(replace(asked, cluster=cluster, unsafe=allow_unsafe)))


@main.command(short_help="Grade again on every save.")
@click.argument("target", required=False, metavar="[FILE|DIR]", type=click.Path(path_type=Path))
@click.option("--exercise", help="The exercise's id; by default the file's name tells it.")
@course_option
@click.option("--timeout", type=click.FloatRange(min=0.05), help="Seconds that one call may take (5).")
@click.option(
    "--poll",
    is_flag=True,
    envvar="GRADE_POLL",
    help="Look again and again, for drives that give no notice of a save (also: GRADE_POLL=1).",
)
def watch(
    target: Path | None, exercise: str | None, course_folder: Path | None, timeout: float | None, poll: bool
) -> None:
    """Grade FILE, or whatever is saved in DIR, again on every save; by default the course's exercises."""
    from grader.watch import watch as watched

    watched.watch(watched.Asked(target, exercise, course_folder, timeout, poll))


@main.command(short_help="Judge again after a page has changed.")
@click.argument("exercises", nargs=-1, metavar="[ID]...")
@course_option
@grades_option
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def regrade(
    exercises: tuple[str, ...], course_folder: Path | None, grades: Path | None, dry_run: bool, yes: bool
) -> None:
    """Judge what is in the gradebook again, after a page has changed; no student's code is run.

    Exit code 3 where an exercise's page does not hold.
    """
    from grader import regrade as again

    asked = again.Asked(exercises, course_folder, grades)
    made = again.regrade(asked, lambda: not dry_run and (yes or click.confirm("Write this?")))
    sys.exit(GraderError.exit_code if made.faults else OK)


@main.command(short_help="Show what the gradebook holds.")
@click.argument("name", default="", metavar="[STUDENT|EXERCISE]")
@course_option
@grades_option
def results(name: str, course_folder: Path | None, grades: Path | None) -> None:
    """Show what the gradebook holds: of a student, of an exercise, or of all exercises."""
    from rich.console import Console

    from grader.batch import showing

    showing.results(name, course_folder, grades, Console())


@main.command(short_help="Write what the gradebook holds as CSV or JSON.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "matrix", "json", "json-lines"]),
    default="csv",
    help="What to write (csv).",
)
@click.option("--exercise", default="", help="Only this exercise.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="A file, in place of the terminal."
)
@course_option
@grades_option
def export(
    form: str, exercise: str, out: Path | None, course_folder: Path | None, grades: Path | None
) -> None:
    """Write what the gradebook holds as a table (one row a result, or a matrix) or as JSON."""
    from grader.batch import showing

    click.echo(showing.export(form, exercise, out, course_folder, grades), nl=False)
