"""What a change costs: the same class graded by two states of the project, in turn in one run.

    python bench/against.py BEFORE [AFTER] [--rounds 5] [--students 20]

BEFORE and AFTER are revisions of git; AFTER is HEAD where it is left out. Each grades with its own page of
``--exercise``, so that both should have the same one. Prints the ratio of the two.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

from pairs import HEAD, Figure, Spent, run, show

GRADE = "import sys; sys.path.insert(0, sys.argv.pop(1)); from grader.cli import main; main()"


def exported(revision: str, folder: Path) -> Path:
    """Write the files of a revision into a folder and return it."""
    folder.mkdir()
    packed = subprocess.run(["git", "archive", revision], check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", folder], input=packed, check=True)
    return folder


def handed_in(state: Path, exercise: str, students: int, folder: Path) -> Path:
    """Write a class whose files all differ, so that each is run: the exercise's stub, as it is handed out."""
    folder.mkdir()
    stub = (state / "exercises" / f"{exercise}.py").read_text(encoding="utf-8")
    for number in range(students):
        (folder / f"s{number}_{exercise}.py").write_text(f"{stub}# {number}\n", encoding="utf-8")
    return folder


def grading(state: Path, handed: Path, into: Path) -> Spent:
    """Grade the class from nothing."""
    words = ["batch", handed, "--course", state, "--grades", into, "--quiet"]
    return run([sys.executable, "-c", GRADE, *map(str, (state, *words))])


def main() -> None:
    """Read the arguments, measure and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("before")
    words.add_argument("after", nargs="?", default="HEAD")
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--students", type=int, default=20)
    words.add_argument("--exercise", default="forward")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        before, after = (exported(getattr(asked, name), place / name) for name in ("before", "after"))
        handed = handed_in(after, asked.exercise, asked.students, place / "class")
        count = itertools.count()
        ways = [
            lambda state=state: grading(state, handed, place / f"grades{next(count)}")
            for state in (after, before)
        ]
        print(HEAD)
        show(Figure(f"batch of {asked.students}", ways[0], asked.before, ways[1], 1.05), asked.rounds)


if __name__ == "__main__":
    main()
