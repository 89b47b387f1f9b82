"""How well mistakes are named: grades every program of ``tests/diagnosis/programs`` and prints a table.

    python bench/diagnosis.py [EXERCISE...] [--sentences FILE]

Right programs must pass and must not be accused. Of wrong ones it counts who failed and who was named, and,
by the judgements in ``tests/diagnosis/judgements.json``, how many of the sentences are true. ``--sentences``
writes every sentence beside the truth of its program, to be judged by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "diagnosis"))

from programs import BenchmarkProgram, read_all  # noqa: E402

from grader.course.course import Course  # noqa: E402
from grader.grading.grade import grade  # noqa: E402
from grader.grading.verdict import Report  # noqa: E402
from grader.inside.observation import Program  # noqa: E402
from grader.intake.submission import Submission  # noqa: E402
from grader.sandbox.client import Sandbox  # noqa: E402

JUDGEMENTS = ROOT / "tests" / "diagnosis" / "judgements.json"

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

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Yield an id for each diagnosis, by which judgements are kept, and its sentence."""
        for found in self.report.diagnoses:
            yield f"{self.program.exercise}/{self.program.name}/{found.id}", str(found.message)


def graded(exercises: Sequence[str]) -> Iterator[Graded]:
    """Grade every program of some exercises, or of all."""
    course = Course(ROOT)
    programs = [one for one in read_all() if not exercises or one.exercise in exercises]
    course.refresh(sorted({one.exercise for one in programs}))
    keys = {id: course.key(id) for id in sorted({one.exercise for one in programs})}
    with Sandbox() as sandbox:
        for one in programs:
            program = Program(one.text, filename=f"{one.exercise}.py")
            handed_in = Submission(one.exercise, f"{one.exercise}.py", program, "0" * 64)
            yield Graded(one, grade(handed_in, keys[one.exercise], sandbox))


def table(found: Sequence[Graded], judged: dict[str, str]) -> Iterator[str]:
    """Yield the lines of the table: a row an exercise, and one for all."""
    head = ("right", "accused", "failed", "wrong", "passed", "named", "true", "false", "doubles", "two named")
    yield "exercise".ljust(24) + "".join(name.rjust(11) for name in head)
    exercises = sorted({one.program.exercise for one in found})
    for name in (*exercises, "all"):
        rows = [one for one in found if name in ("all", one.program.exercise)]
        counts = count(rows, judged)
        yield name.ljust(24) + "".join(str(counts[column]).rjust(11) for column in head)
    yield PUBLISHED


def count(rows: Sequence[Graded], judged: dict[str, str]) -> Counter[str]:
    """Count what became of some programs."""
    counts: Counter[str] = Counter()
    for one in rows:
        kind, passed = one.program.kind, one.report.passed
        if kind == "right":
            counts.update(["right"] + ["accused"] * one.named + ["failed"] * (not passed))
        if kind == "wrong":
            counts.update(["wrong"] + ["passed"] * passed + ["named"] * one.named)
        if kind == "double":
            counts.update(["doubles"] + ["two named"] * (len(one.report.diagnoses) > 1))
        verdicts = [judged.get(id, "") for id, _ in one.sentences()]
        counts["true"] += sum(verdict in ("true", "useful") for verdict in verdicts)
        counts["false"] += verdicts.count("false")
    return counts


def main() -> None:
    """Print the table; write the sentences where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("exercises", nargs="*")
    parser.add_argument("--sentences", type=Path)
    asked = parser.parse_args()
    found = list(graded(asked.exercises))
    judged = json.loads(JUDGEMENTS.read_text(encoding="utf-8")) if JUDGEMENTS.is_file() else {}
    if asked.sentences:
        lines = (
            json.dumps({"id": id, "says": says, "truths": one.program.truths, "kind": one.program.kind})
            for one in found
            for id, says in one.sentences()
        )
        asked.sentences.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(table(found, judged)))


if __name__ == "__main__":
    main()
