"""``grade batch``: grade everything in PATH, a folder or zip as a learning platform hands it out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from grader.commands.options import course_option, grades_option

LAYOUTS = (
    *("blackboard", "brightspace", "canvas", "flat", "folders", "github", "gradescope", "ilias", "moodle"),
    *("nbgrader", "okpy", "sakai", "submitty"),
)
"""The layouts of ``intake/layouts/recognise.py``, named here so that help starts at once."""


@click.command("batch", short_help="Grade a class, as a learning platform hands it out.")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--stored", is_flag=True, help="Grade again what is in the gradebook, without a download.")
@click.option(
    "--exercise", metavar="ID", default="", help="The exercise of files whose names do not tell it."
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="How the files are arranged; recognised where left out.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Who is in the class; by default roster.csv in the course.",
)
@click.option("--list", "list_only", is_flag=True, help="Say who handed in what, and run nothing.")
@course_option
@grades_option
@click.option(
    "--jobs", type=click.IntRange(1, 512), help="How many sandboxes work at once; by default one per core."
)
@click.option("--timeout", type=click.FloatRange(min=0.05), help="Seconds that one call may take (5).")
@click.option(
    "--fresh", is_flag=True, help="Draw hidden inputs anew for this round; their seeds are recorded."
)
@click.option("--quiet", is_flag=True, help="Print nothing but faults.")
@click.option("--json-lines", is_flag=True, help="Print one JSON object per submission.")
@click.option(
    "--trust-container",
    is_flag=True,
    help="Take the strongest protection there is: only in a container that is thrown away.",
)
@click.option("--allow-unsafe", is_flag=True, help="Run the files without the sandbox, and mark the reports.")
@click.option("--shard", default="", metavar="I/N", help="Observe part I of N, in a job array.")
@click.option("--merge", is_flag=True, help="Take over what the parts have observed; grade the whole.")
@click.option(
    "--cluster", metavar="ADDRESS", default="", help="Run the programs on a Dask cluster: tcp://host:port."
)
def command(
    path: Path | None,
    stored: bool,
    exercise: str,
    layout: str | None,
    roster: Path | None,
    list_only: bool,
    course_folder: Path | None,
    grades: Path | None,
    jobs: int | None,
    timeout: float | None,
    fresh: bool,
    quiet: bool,
    json_lines: bool,
    trust_container: bool,
    allow_unsafe: bool,
    shard: str,
    merge: bool,
    cluster: str,
) -> None:
    """Grade everything in PATH, a folder or zip as a learning platform hands it out.

    With --stored it is what the gradebook holds: a check that is new is observed from the bytes there.

    What is graded already is not run again. Exit code 0: every submission is graded or unreadable. 2: wrong
    usage, or files that may be somebody's work are left out, each with the reason. 3: some are not graded, by
    no fault of the students; run the same command again.
    """
    from grader.batch import session, shards
    from grader.batch.asked import Asked
    from grader.words.catalogue import sentence

    if (path is None) != stored:
        raise click.UsageError(sentence("asked.batch.what"))
    if shard and (stored or merge or fresh):
        raise click.UsageError(sentence("refused.batch.shard_whole"))
    mode = "json-lines" if json_lines else "quiet" if quiet else ""
    asked = Asked(path, exercise, layout or "", course_folder, grades, jobs or 0, timeout, mode)
    asked = replace(
        asked, cluster=cluster, unsafe=allow_unsafe, container=trust_container, roster=roster, fresh=fresh
    )
    asked = replace(asked, shard=shards.shard(shard) if shard else None, merge=merge)
    sys.exit(session.list_only(asked) if list_only else session.main(asked))
