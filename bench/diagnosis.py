"""How well mistakes are named: grades every program of ``tests/diagnosis/programs`` and prints a table.

    python bench/diagnosis.py [EXERCISE...] [--folder FOLDER] [--named PREFIX] [--sentences FILE]

Right programs must pass and must not be accused. Of wrong ones it counts who was named, for whom it was only
said what is right, and who got neither; how many lines were named, and how many of these are the true ones;
and, by the judgements in ``tests/diagnosis/judgements.json``, how many sentences are false. ``--sentences``
writes every sentence beside the truth of its program, to be judged by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "diagnosis"))

from programs import FOLDER, BenchmarkProgram, read_all  # noqa: E402

from grader.course.course import Course  # noqa: E402
from grader.grading.grade import grade  # noqa: E402
from grader.grading.verdict import Report  # noqa: E402
from grader.inside.observation import Program  # noqa: E402
from grader.intake.submission import Submission  # noqa: E402
from grader.sandbox.client import Sandbox  # noqa: E402

JUDGEMENTS = ROOT / "tests" / "diagnosis" / "judgements.json"

Judged = Mapping[str, Mapping[str, str]]
"""For the id of each diagnosis that was read: what it says, and whether that is true of the program."""

PUBLISHED = "published (a language model, one program, other subjects): precision 0.64 at recall 0.41 to 0.47"


@dataclass(frozen=True)
class Graded:
    """A program of the benchmark with what the grader said of it."""

    program: BenchmarkProgram
    report: Report

    @property
    def named(self) -> bool:
        """Whether anything was recognised."""
        return bool(self.report.diagnoses)

    @property
    def mistakes(self) -> int:
        """How many mistakes are told: one diagnosis may be of two, one on top of the other."""
        return sum(found.id.count("+") + 1 for found in self.report.diagnoses)

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Yield an id for each diagnosis, by which judgements are kept, and its sentence."""
        for found in self.report.diagnoses:
            yield f"{self.program.exercise}/{self.program.name}/{found.id}", str(found.message)

    def lines(self) -> Iterator[int]:
        """Yield the lines that diagnoses name as the ones where a mistake stands, each once."""
        said = [re.search(r"Line (\d+): ", str(found.message)) for found in self.report.diagnoses]
        yield from sorted({int(one[1]) for one in said if one is not None})


def graded(exercises: Sequence[str], folder: Path, prefix: str = "") -> Iterator[Graded]:
    """Grade every program of some exercises in a folder, or of all, whose name begins so."""
    course = Course(ROOT)
    programs = [one for one in read_all(folder) if not exercises or one.exercise in exercises]
    programs = [one for one in programs if one.name.startswith(prefix)]
    course.refresh(sorted({one.exercise for one in programs}))
    keys = {id: course.key(id) for id in sorted({one.exercise for one in programs})}
    with Sandbox() as sandbox:
        for one in programs:
            program = Program(one.text, filename=f"{one.exercise}.py")
            handed_in = Submission(one.exercise, f"{one.exercise}.py", program, "0" * 64)
            yield Graded(one, grade(handed_in, keys[one.exercise], sandbox))


HEAD = (
    *("right", "accused", "failed", "wrong", "passed", "named", "partly", "silent"),
    *("doubles", "two named", "line said", "line true", "first", "judged", "false"),
)


def table(every: Iterable[Graded], judged: Judged, found: list[Graded]) -> Iterator[str]:
    """Yield the lines of the table: a row an exercise as soon as it is graded, and one for all.

    What is graded is added to ``found``.
    """
    yield "exercise".ljust(24) + "".join(name.rjust(10) for name in HEAD)
    for exercise, some in groupby(every, lambda one: one.program.exercise):
        rows = list(some)
        found += rows
        yield row(exercise, rows, judged)
    yield row("all", found, judged)
    yield PUBLISHED


def row(name: str, rows: Sequence[Graded], judged: Judged) -> str:
    """Return the line of some programs."""
    counts = count(rows, judged)
    return name.ljust(24) + "".join(str(counts[column]).rjust(10) for column in HEAD)


def count(rows: Sequence[Graded], judged: Judged) -> Counter[str]:
    """Count what became of some programs."""
    counts: Counter[str] = Counter()
    for one in rows:
        kind, passed = one.program.kind, one.report.passed
        if kind == "right":
            counts.update(["right"] + ["accused"] * one.named + ["failed"] * (not passed))
        if kind == "wrong":
            partly = not one.named and bool(one.report.right)
            silent = not passed and not one.named and not partly
            counts.update(["wrong"] + ["passed"] * passed + ["named"] * one.named)
            counts.update(["partly"] * partly + ["silent"] * silent)
        if kind == "double":
            counts.update(["doubles"] + ["two named"] * (one.mistakes > 1))
        lines = list(one.lines())
        counts["line said"] += len(lines)
        counts["first"] += sum(line in one.program.lines for line in lines)
        counts["line true"] += sum(line in (*one.program.lines, *one.program.stands) for line in lines)
        verdicts = [judged[id]["verdict"] for id, _ in one.sentences() if id in judged]
        counts["judged"] += len(verdicts)
        counts["false"] += verdicts.count("false")
    return counts


def main() -> None:
    """Print the table; write the sentences where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("exercises", nargs="*")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--named", default="", metavar="PREFIX")
    parser.add_argument("--sentences", type=Path)
    asked = parser.parse_args()
    found: list[Graded] = []
    judged = json.loads(JUDGEMENTS.read_text(encoding="utf-8")) if JUDGEMENTS.is_file() else {}
    for line in table(graded(asked.exercises, asked.folder, asked.named), judged, found):
        print(line, flush=True)
    if asked.sentences:
        lines = (
            json.dumps({"id": id, "says": says, "truths": one.program.truths, "kind": one.program.kind})
            for one in found
            for id, says in one.sentences()
        )
        asked.sentences.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
