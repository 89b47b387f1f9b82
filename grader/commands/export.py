"""``grade export``: write what the gradebook holds as a table (one row a result, or a matrix) or as JSON."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from grader.commands.options import course_at, course_option, grades_option, say
from grader.errors import UsageError

TABLES = ("csv", "matrix", "json", "json-lines")
PLATFORMS = ("canvas", "moodle", "gradescope", "nbgrader", "blackboard", "brightspace", "ags")


USED = {
    "page": {"--anonymous", "--out"},
    "--feedback-zip": {"--for", "DOWNLOAD", "--exercise", "--roster"},
    **{name: {"--exercise", "--out"} for name in TABLES},
    **{name: {"--fill", "--exercise", "--column", "--out"} for name in PLATFORMS},
}
"""Which options each format uses."""


def demand_used(form: str, given: set[str]) -> None:
    """See to it that no option is passed over in silence.

    Raises:
        UsageError: one has no meaning here; the message names it.
    """
    for name in sorted(given - USED[form]):
        forms = ", ".join(other for other, used in USED.items() if name in used)
        raise UsageError(f"{form} does not use {name}, which is for {forms}: leave it out")


def given() -> set[str]:
    """Return the names of what the command line gives, but for what every format uses."""
    ctx = click.get_current_context()
    said = {
        one.opts[0] if isinstance(one, click.Option) else str(one.name).upper()
        for one in ctx.command.params
        if ctx.get_parameter_source(str(one.name)) is ParameterSource.COMMANDLINE
    }
    return said & {name for names in USED.values() for name in names}


@click.command("export", short_help="Write what the gradebook holds as CSV or JSON.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*TABLES, *PLATFORMS, "page"]),
    default="csv",
    help="What to write (csv), or the platform whose sheet is filled; page is the class page.",
)
@click.option("--anonymous", is_flag=True, help="The class page without names and code, to show around.")
@click.option(
    "--fill",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The platform's own sheet, as downloaded; a filled copy is written beside it.",
)
@click.option(
    "--feedback-zip",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a zip of everybody's reports, for --for, by the names in the download.",
)
@click.option("--for", "platform", type=click.Choice(["canvas", "moodle"]), help="The platform of the zip.")
@click.argument("download", required=False, type=click.Path(path_type=Path))
@click.option("--exercise", metavar="ID", default="", help="Only this exercise.")
@click.option(
    "--column",
    metavar="NAME",
    default="",
    help="The sheet's column of --exercise, where it has another name.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Who is in the class, as `grade batch` was told; for --feedback-zip.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="A file, in place of the terminal."
)
@course_option
@grades_option
def command(
    form: str,
    anonymous: bool,
    fill: Path | None,
    feedback_zip: Path | None,
    platform: str | None,
    download: Path | None,
    exercise: str,
    column: str,
    roster: Path | None,
    out: Path | None,
    course_folder: Path | None,
    grades: Path | None,
) -> None:
    """Write what the gradebook holds as a table (one row a result, or a matrix) or as JSON.

    With a platform's name and --fill, put the marks into its own sheet, and nothing else.
    """
    from grader.gradebook import showing
    from grader.gradebook.paths import grades_of

    demand_used("--feedback-zip" if feedback_zip else form, given())
    if form == "page":
        from grader.batch import outputs

        home = course_at(course_folder)
        say(str(outputs.write_page(home, grades_of(home.root, grades), anonymous, out)))
        return
    if feedback_zip is not None:
        if download is None or platform is None:
            raise UsageError("name platform and download: --feedback-zip OUT --for canvas DOWNLOAD.zip")
        from grader.batch import feedback
        from grader.batch.arrivals import Wanted

        wanted = Wanted(download, exercise, roster=roster)
        for line in feedback.packed(course_at(course_folder), wanted, platform, feedback_zip, grades):
            say(line)
        return
    if form in PLATFORMS:
        for line in showing.filled(showing.Filling(form, fill, exercise, out, column), course_folder, grades):
            say(line)
        return
    click.echo(showing.export(form, exercise, out, course_folder, grades), nl=False)
