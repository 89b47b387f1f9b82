#!/usr/bin/env python3
"""Grade what was handed in: run.py FORMAT FOLDER RESULTS.

Before anything else the results say that nothing is graded, and no points: no fault of ours is a zero.
"""

import json
import os
import shutil
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
SORRY = "The grader could not run. That is no fault of yours and costs no points; tell your course staff."
FIRST = {
    "gradescope": {"output": SORRY, "output_format": "text", "visibility": "visible"},
    "prairielearn": {"gradable": False, "message": SORRY, "format_errors": [SORRY]},
}
"""What stands in the results until there are some: no score, and no attempt taken."""

NOT_GRADED = 3


def clear(out):
    """Remove what lies where the results go: a hand-in may bring some of its own."""
    if out.is_dir() and not out.is_symlink():
        shutil.rmtree(out)
    else:
        out.unlink(missing_ok=True)


def begin(format, out):
    """Say in the results that nothing is graded yet."""
    out.parent.mkdir(parents=True, exist_ok=True)
    clear(out)
    if format in FIRST:
        out.write_text(json.dumps(FIRST[format]) + "\n", encoding="utf-8")


def main(format, folder, results):
    """Write the results; return the exit code."""
    out = Path(results) if results != "-" else None
    try:
        if out is not None:
            begin(format, out)
    except OSError as fault:
        print(f"grade: {results}: the results cannot be written: {fault.strerror}", file=sys.stderr)
        return NOT_GRADED
    sys.path[:] = [str(HERE), *(entry for entry in sys.path if os.path.isabs(entry) and Path(entry) != HERE)]
    from grader.errors import GraderError
    from grader.words.plain import harmless, no_commands

    try:
        return hand_over(format, Path(folder), out)
    except GraderError as fault:
        said = f"grade: {fault}"
    except Exception:  # Python would end with 1, which says that an answer is wrong
        said = traceback.format_exc()
    print(no_commands(harmless(said)), file=sys.stderr)
    return NOT_GRADED


def hand_over(format, folder, out):
    """Grade all exercises and write the results; return the exit code."""
    from grader.student import handed, platforms

    demand = "own" if format == "github" else "container"
    reports = handed.graded(handed.read_pack(HERE), folder, demand)
    platforms.hand_over(reports, format, out, os.environ)
    return 0 if platforms.succeeds(reports, format) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
