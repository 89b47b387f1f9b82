"""Run the command line as ``python -m grader``."""

import sys

from grader import search_path

sys.path[:] = search_path()

from grader.cli import main  # noqa: E402  nothing else is imported before

main()
