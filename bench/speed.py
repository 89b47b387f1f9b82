"""Every figure of speed as a ratio to its floor, measured in turn in one run: `make bench`.

    python bench/speed.py [--rounds N] [PART...]

PART is one of cold, batch, more, book; all without one. Goals are ratios on the clock. Takes under ten
minutes on two cores that do nothing else. Tables in docs/performance.md are what this prints.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pairs
from pairs import Figure, Spent, Way, python, run

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "bench"
GRADE = [sys.executable, "-m", "grader"]
TORCH, NUMPY = "zero_grad", "manual_gradient"
CORES = len(os.sched_getaffinity(0))
FEW, MANY = 20, 100
"""People in a small class and in a larger one; the difference is what each further hand-in takes."""

CROWD = 10_000
"""People on the class page."""


def main() -> None:
    """Read the command line, make the classes, print the tables."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("part", nargs="*", metavar="PART")
    asked = words.parse_args()
    if unknown := [part for part in asked.part if part not in PARTS]:
        words.error(f"{unknown[0]}: the parts are {', '.join(PARTS)}")
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has been compiled
    run([sys.executable, str(ROOT / ".ci" / "make_keys.py")])  # a list reads titles from them
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        started = time.monotonic()
        for exercise in (TORCH, NUMPY):
            make_class(place, exercise)
        print(f"{machine()}, {asked.rounds} rounds\n\n{pairs.HEAD}")
        for part in asked.part or PARTS:
            for figure in PARTS[part](place):
                pairs.show(figure, asked.rounds)
        print(f"\nload at the end: {os.getloadavg()[0]:.1f}; {time.monotonic() - started:.0f} s in all")


def machine() -> str:
    """Return what was measured on, and when."""
    name = next(
        (row.partition(":")[2].strip() for row in cpuinfo() if row.startswith("model name")),
        platform.machine(),
    )
    linux = platform.release().partition("-")[0]
    return (
        f"{time.strftime('%d %B %Y')}, {CORES} cores of {name}, Linux {linux}, "
        f"Python {platform.python_version()}, load at the start: {os.getloadavg()[0]:.1f}"
    )


def cpuinfo() -> list[str]:
    """Return the lines in which Linux describes the processor."""
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


# ---- the classes ---------------------------------------------------------------------------------


def make_class(place: Path, exercise: str) -> None:
    """Make the exercise's key current, and a class of each size of synthetic hand-ins."""
    run([*GRADE, "key", exercise])
    options = ["--exercise", exercise, "--students", str(MANY)]
    run([sys.executable, str(BENCH / "make_class.py"), str(place / f"{exercise}-{MANY}"), *options])
    few = place / f"{exercise}-{FEW}"
    few.mkdir()
    for file in files(place, exercise, MANY)[:FEW]:
        shutil.copy(file, few)


def files(place: Path, exercise: str, many: int) -> list[str]:
    """Return the hand-ins of a class."""
    return sorted(map(str, (place / f"{exercise}-{many}").iterdir()))


# ---- ways to measure -----------------------------------------------------------------------------


def graded(place: Path, exercise: str, many: int) -> Way:
    """Return what grades a class into a new gradebook, and leaves it."""
    grades = place / "grades"

    def way() -> Spent:
        shutil.rmtree(grades, ignore_errors=True)
        return run([*GRADE, "batch", str(place / f"{exercise}-{many}"), "--grades", str(grades), "--quiet"])

    return way


def bare(exercise: str, *hand_ins: str) -> Way:
    """Return what runs the same checks of the same files in bare forks."""
    library = "torch" if exercise == TORCH else "numpy"
    key = str(ROOT / ".grade" / "keys" / f"{exercise}.json")
    return lambda: run([sys.executable, str(BENCH / "bare.py"), key, library, str(CORES), *hand_ins])


def each(of: Callable[[int], Way]) -> Way:
    """Return what one further hand-in takes, from a class of each size."""
    return lambda: (of(MANY)() - of(FEW)()) / (MANY - FEW)


def submitted(file: str) -> Way:
    """Return what grades one file from cold; right or wrong is no matter."""
    return lambda: run([*GRADE, "submit", str(ROOT / "examples" / file)], (0, 1))


# ---- the figures ---------------------------------------------------------------------------------


def cold(_: Path) -> Iterator[Figure]:
    """Yield a command from cold beside the import that it cannot do without."""
    for words in ("--help", "list"):
        yield Figure(
            f"grade {words}",
            lambda words=words: run([*GRADE, words]),
            "import click",
            python("import click"),
            2.0,
        )
    numpy_file, torch_file = "manual_gradient_summed.py", "zero_grad_first_only.py"
    yield Figure(
        "grade submit, NumPy page", submitted(numpy_file), "import numpy", python("import numpy"), 2.5
    )
    own = bare(TORCH, str(ROOT / "examples" / torch_file))
    yield Figure("grade submit, torch page", submitted(torch_file), "import torch, same checks", own, 1.05)


def batch(place: Path) -> Iterator[Figure]:
    """Yield a small class beside one import and bare forks."""
    for exercise, page in ((TORCH, "torch"), (NUMPY, "NumPy")):
        floor = bare(exercise, *files(place, exercise, FEW))
        name = f"batch of {FEW}, {page} page"
        yield Figure(name, graded(place, exercise, FEW), f"import {page.lower()}, bare forks", floor, 0)


def more(place: Path) -> Iterator[Figure]:
    """Yield what each further hand-in takes beside its bare fork, and judging again beside grading."""
    for exercise, page in ((TORCH, "torch"), (NUMPY, "NumPy")):
        ours = each(lambda many, exercise=exercise: graded(place, exercise, many))
        floor = each(lambda many, exercise=exercise: bare(exercise, *files(place, exercise, many)))
        yield Figure(f"a further hand-in, {page} page", ours, "bare fork, same checks", floor, 1.2)


def book(place: Path) -> Iterator[Figure]:
    """Yield what is made from a gradebook: judging again, the class page."""
    grade, crowd = graded(place, TORCH, MANY), [sys.executable, str(BENCH / "crowd.py")]
    grades = place / "grades"
    yield Figure(f"regrade of {MANY}, torch page", lambda: regraded(grades), "grading them", grade, 0)
    run([*crowd, str(grades), str(CROWD)])
    name = f"class page, {CROWD} people"
    yield Figure(name, lambda: run([*crowd, str(grades)]), "import numpy", python("import numpy"), 0)


def regraded(grades: Path) -> Spent:
    """Judge a class again, as after a change to the page; it is graded before where it is not."""
    if not grades.exists():
        graded(grades.parent, TORCH, MANY)()
    with closing(sqlite3.connect(grades / "gradebook.db")) as connection, connection:
        connection.execute("UPDATE grades SET key = 'older'")
    return run([*GRADE, "regrade", "--yes", "--grades", str(grades)])


PARTS = {"cold": cold, "batch": batch, "more": more, "book": book}

if __name__ == "__main__":
    main()
