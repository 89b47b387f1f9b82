"""The floor under a grading: load the libraries once, then run each file's checks in a bare fork.

    python bench/bare.py KEY torch|numpy JOBS FILE...

No sandbox, no comparison, no report, no gradebook: what is left is the libraries' import and the students'
own arithmetic. ``JOBS`` forks run at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from grader.inside import observe, program
from grader.inside.observation import Program
from grader.keys import keyfile
from grader.keys.key import AnswerKey


def main(path: str, library: str, jobs: int, files: list[str]) -> None:
    """Run every file."""
    if library == "torch":
        importlib.import_module("torch").set_num_threads(1)
    key = keyfile.load(Path(path))
    for place, file in enumerate(files):
        if place >= jobs:
            os.wait()
        if os.fork() == 0:
            bare(key, Path(file).read_text(encoding="utf-8"))
    for _ in files[-jobs:]:
        os.wait()
    os._exit(0)


def bare(key: AnswerKey, text: str) -> None:
    """Run a program and every scenario of a key, and end this process."""
    try:
        space, _ = program.load(Program(text))
        for scenario in key.scenarios:
            observe.run(space, {}, scenario, "program.py")
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
