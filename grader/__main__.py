"""Run the command line, as ``grade`` and as ``python -m grader``."""

from __future__ import annotations

import atexit
import os
import sys

from grader import search_path


def run() -> None:
    """Run it, and end without taking apart what was loaded: that is a fifth of a short command."""
    codes: list[int] = []
    atexit.register(leave, codes)  # before anything else is, so that it comes last
    sys.path[:] = search_path()
    from grader.cli import main  # nothing else is imported before

    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            codes.append(end.code or 0)
        raise


def leave(codes: list[int]) -> None:
    """End this process at once, with the code that it was to end with; where there is none, do nothing."""
    if not codes:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # Python says so itself, or there are no streams
        return
    os._exit(codes[0] & 0xFF)


if __name__ == "__main__":
    run()
