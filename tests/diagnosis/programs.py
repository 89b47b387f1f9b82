"""Read the benchmark's programs: what a student might hand in, and what is truly wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "programs"
KINDS = ("right", "wrong", "double", "odd")
HEADER = re.compile(r"# (kind|task|truth|line|foreseen|passes): (.*)")


@dataclass(frozen=True)
class BenchmarkProgram:
    """One program of the benchmark, with the judgement of the person who wrote it."""

    exercise: str
    name: str
    kind: str
    """One of KINDS."""
    tasks: tuple[str, ...]
    """The task of each mistake."""
    truths: tuple[str, ...]
    """What is wrong, a sentence for each mistake."""
    line: int | None
    """The line of ``text`` at which the first wrong quantity is computed."""
    text: str
    """What is handed in. Headers are emptied: no judgement is graded, and lines keep their numbers."""
    lines: tuple[int, ...] = ()
    """All lines that are named: one, or for a double one for each mistake."""
    stands: tuple[int, ...] = ()
    """Other lines in which a mistake is written: there it is mended, elsewhere its number first comes out."""
    foreseen: str = "unknown"
    """Whether the exercise's page lists the mistake: yes, no or unknown."""
    passes: bool = False
    """Whether the program is wrong and every check of the exercise passes all the same."""


def read(path: Path) -> BenchmarkProgram:
    """Return the program that stands in a file."""
    source = path.read_text(encoding="utf-8").splitlines(keepends=True)
    found: dict[str, list[str]] = {}
    length = 0
    for line in source:
        header = HEADER.fullmatch(line.rstrip())
        if header is None:
            break
        found.setdefault(header[1], []).append(header[2].strip())
        length += 1
    places = [re.findall(r"\d+", place) for value in found.get("line", ()) for place in value.split(",")]
    lines = tuple(int(numbers[0]) for numbers in places)
    return BenchmarkProgram(
        exercise=path.parent.name,
        name=path.stem,
        kind=found["kind"][0],
        tasks=tuple(found.get("task", ())),
        truths=tuple(found.get("truth", ())),
        line=lines[0] if lines else None,
        text="#\n" * length + "".join(source[length:]),
        lines=lines,
        stands=tuple(int(number) for numbers in places for number in numbers[1:]),
        foreseen=found["foreseen"][0],
        passes=found.get("passes") == ["yes"],
    )


def read_all(folder: Path = FOLDER) -> tuple[BenchmarkProgram, ...]:
    """Return all programs, in the order of exercises and names."""
    return tuple(read(path) for path in sorted(folder.glob("*/*.py")))
