"""The same class by other graders, in turn in one run: what each takes beside us, and whose marks are ours.

    python bench/peers.py [--rounds N] [--students N]

Each gets what its users would write for the page manual_gradient: an assertion for each check, worth what the
check is worth. pytest runs once a student, nbgrader once for the class. One that is not installed beside this
Python is named and left out.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pairs
from pairs import Figure, Spent, Way, run
from speed import BENCH, GRADE, NUMPY, ROOT, graded, machine

from grader.keys import keyfile
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded as names_of

Marks = Mapping[str, float]

KEY = ROOT / ".grade" / "keys" / f"{NUMPY}.json"


def main() -> None:
    """Make the class, have everybody grade it, print the tables."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--students", type=int, default=20)
    asked = words.parse_args()
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has been compiled
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"  # nbgrader starts others
    run([*GRADE, "key", NUMPY])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        handed = place / f"{NUMPY}-{asked.students}"
        options = ["--exercise", NUMPY, "--students", str(asked.students)]
        run([sys.executable, str(BENCH / "make_class.py"), str(handed), *options])
        ours = graded(place, NUMPY, asked.students)
        print(f"{machine()}, {asked.rounds} rounds, a class of {asked.students}\n\n{pairs.HEAD}")
        for name, peer in PEERS.items():
            if find_spec(name) is None:
                print(f"{name} is not installed beside this Python")
                continue
            way, marks = peer(place / name, sorted(handed.iterdir()))
            pairs.show(Figure(name, way, "grade batch", ours, 0), asked.rounds)
            theirs, own = marks(), marks_of(place / "grades" / "gradebook.csv", "student")
            others = [
                f"{theirs.get(one, 0):g} for {points:g}"
                for one, points in own.items()
                if theirs.get(one) != points
            ]
            print(f"{'':34} {len(own) - len(others)} of {len(own)} have our marks; not {', '.join(others)}")


def marks_of(path: Path, column: str) -> Marks:
    """Return everybody's points by a table."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row[column]: float(row["score"]) for row in csv.DictReader(file)}


def student(file: Path) -> str:
    """Return whose a file is."""
    return file.name.partition("_")[0]


# ---- the checks, as everybody writes them --------------------------------------------------------


@dataclass(frozen=True)
class Assertion:
    """A check as statements that raise where the answer is wrong, and what it is worth."""

    text: str
    points: float


def assertions() -> Iterator[Assertion]:
    """Yield the page's checks."""
    key = keyfile.load(KEY)
    for check, expected in zip(key.checks, key.reference, strict=True):
        wanted = [
            (expected.values[name], check.bound.allowed(name, expected.values[name]))
            for name in names_of(expected)
        ]
        yield Assertion(asserted(check, wanted), check.points)


def asserted(check: KeyCheck, wanted: list[tuple[np.ndarray, float]]) -> str:
    """Return a check as statements."""
    call = f"{check.task}({', '.join(map(literal, check.scenario.args))})"
    found = call if len(wanted) > 1 else f"[{call}]"
    right = [(one.tolist(), off) for one, off in wanted]
    return (
        f"for got, (want, off) in zip({found}, {right}, strict=True):\n"
        "    np.testing.assert_allclose(got, want, rtol=0, atol=off)"
    )


def literal(value: Any) -> str:
    """Return an input as Python."""
    return f"np.array({value.tolist()})" if isinstance(value, np.ndarray) else repr(value)


# ---- peers ---------------------------------------------------------------------------------------

Peer = Callable[[Path, list[Path]], tuple[Way, Callable[[], Marks]]]


def by_pytest(place: Path, handed: list[Path]) -> tuple[Way, Callable[[], Marks]]:
    """Return what runs pytest once a student, and what reads the marks."""
    tests = list(assertions())
    bodies = [one.text.replace("\n", "\n    ") for one in tests]
    text = "import numpy as np\nfrom answer import *\n" + "".join(
        f"\n\ndef test_{n}():\n    {body}\n" for n, body in enumerate(bodies)
    )
    for file in handed:
        folder = place / student(file)
        folder.mkdir(parents=True)
        shutil.copy(file, folder / "answer.py")
        (folder / "test_answer.py").write_text(text, encoding="utf-8")

    def way() -> Spent:
        words = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--tb=no",
            "-p",
            "no:cacheprovider",
            "--junitxml=result.xml",
        ]
        spent = [run(["env", "-C", str(place / student(file)), *words], (0, 1, 2)) for file in handed]
        return Spent(sum(one.clock for one in spent), sum(one.processor for one in spent))

    def marks() -> Marks:
        return {student(file): passed(place / student(file) / "result.xml") for file in handed}

    def passed(path: Path) -> float:
        cases = [case for case in ET.parse(path).iter("testcase") if not len(case)]
        return sum(tests[int(case.attrib["name"].rpartition("_")[2])].points for case in cases)

    return way, marks


def by_nbgrader(place: Path, handed: list[Path]) -> tuple[Way, Callable[[], Marks]]:
    """Return what has nbgrader grade the class, and what reads the marks."""
    command = ["env", "-C", str(place), str(Path(sys.executable).with_name("nbgrader"))]
    write(place / "source" / "hw1" / f"{NUMPY}.ipynb", "raise NotImplementedError()")
    (place / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'c'\n")
    run([*command, "generate_assignment", "hw1"])
    for file in handed:
        write(
            place / "submitted" / student(file) / "hw1" / f"{NUMPY}.ipynb", file.read_text(encoding="utf-8")
        )

    def marks() -> Marks:
        run([*command, "export"])
        return marks_of(place / "grades.csv", "student_id")

    return lambda: run([*command, "autograde", "hw1", "--force"], (0, 1)), marks


def write(path: Path, answer: str) -> None:
    """Write a notebook with an answer, and a cell for each check."""
    cell = nbformat.v4.new_code_cell
    marked = {"schema_version": 3, "locked": False, "task": False}
    solution = {"grade": False, "solution": True, "grade_id": "answer"}
    cells = [cell("import numpy as np"), cell(answer, metadata={"nbgrader": {**marked, **solution}})]
    for n, one in enumerate(assertions()):
        test = {
            "grade": True,
            "solution": False,
            "grade_id": f"test-{n}",
            "points": one.points,
            "locked": True,
        }
        cells.append(cell(one.text, metadata={"nbgrader": {**marked, **test}}))
    path.parent.mkdir(parents=True)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)


PEERS: Mapping[str, Peer] = {"pytest": by_pytest, "nbgrader": by_nbgrader}

if __name__ == "__main__":
    main()
